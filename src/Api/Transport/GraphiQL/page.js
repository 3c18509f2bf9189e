// Puts a sign-in and sample queries in front of GraphiQL. The token stays in this page's memory.
(() => {
  const $ = id => document.getElementById(id);
  const persona = $('persona'), token = $('token'), sample = $('sample'), status = $('status');
  const root = ReactDOM.createRoot($('graphiql'));
  let personas = [], samples = [], shown = 0;

  const fetcher = async (request, { headers } = {}) => {
    const authorization = token.value ? { authorization: `Bearer ${token.value.replace(/^Bearer\s+/i, '')}` } : {};
    const response = await fetch('graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...authorization, ...headers },
      body: JSON.stringify(request),
    });
    return response.json();
  };

  // A new caller or sample starts GraphiQL afresh: its schema and its tab are those of that caller and sample.
  const show = (query, variables) => root.render(React.createElement(GraphiQL, {
    key: ++shown,
    fetcher,
    query,
    variables,
    defaultQuery: '# Choose a sample above, or write a query.\n{\n  __typename\n}\n',
    shouldPersistHeaders: false,
    storage: { getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {}, length: 0 },
  }));

  const fillSamples = () => {
    const role = personas[persona.value]?.role;
    sample.length = 1;
    samples.forEach((s, i) => { if (!s.role || !role || s.role === role) sample.add(new Option(s.title, i)); });
  };

  // A sample may name the chosen persona's own clinic or therapist.
  const fill = variables => JSON.stringify(variables ?? {}, null, 2)
    .replaceAll('"$clinicId"', JSON.stringify(personas[persona.value]?.clinicId ?? ''))
    .replaceAll('"$therapistId"', JSON.stringify(
      personas[persona.value]?.therapistId ?? personas.find(p => p.therapistId)?.therapistId ?? ''));

  const showSample = () => {
    const chosen = samples[sample.value];
    chosen ? show(chosen.query, fill(chosen.variables)) : show();
  };

  persona.onchange = () => {
    token.value = personas[persona.value]?.token ?? '';
    fillSamples();
    showSample();
  };
  token.onchange = () => show();
  sample.onchange = showSample;

  const json = async path => { const r = await fetch(path); return r.ok ? r.json() : []; };
  Promise.all([json('demo/personas'), json('graphiql/samples.json')]).then(([people, queries]) => {
    personas = people;
    samples = queries;
    people.forEach((p, i) => persona.add(new Option(`${p.name} (${p.role.toLowerCase().replace('_', ' ')})`, i)));
    status.textContent = people.length ? 'Demonstration: no password is asked.' : 'Paste a bearer token to ask as somebody.';
    if (people.length) persona.value = '0';
    persona.onchange();
  });
})();
