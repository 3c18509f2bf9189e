using System.Diagnostics.CodeAnalysis;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Transport.Errors;
using LicenseTracker.Api.Transport.Guard;

namespace LicenseTracker.Api.Transport;

/// <summary>Executes a request for a caller: parse within limits, weigh, validate once, resolve. HTTP and in-process callers share it.</summary>
internal sealed class GraphQLExecutor(
    ISchema schema, IDocumentExecuter engine, DocumentCache cache, TransportOptions limits, Faults faults)
{
    private static readonly IEnumerable<global::GraphQL.Validation.IValidationRule> AlreadyValid = [];

    /// <param name="call">The request.</param>
    /// <param name="caller">Who asks; null may only ask about the contract itself, where the host permits that.</param>
    /// <param name="services">The request's services: resolvers take theirs from here.</param>
    /// <param name="cancellation">The client is gone.</param>
    public async Task<ExecutionResult> ExecuteAsync(GraphQLCall call, Caller? caller, IServiceProvider services, CancellationToken cancellation)
    {
        schema.Initialize();
        var cached = cache.Find(call.Query);
        GraphQLDocument document;
        GraphQLOperationDefinition operation;
        try
        {
            document = cached ?? Parse(call.Query);
            operation = Operation(document, call.OperationName);
            Admit(document, operation, call, caller);
        }
        catch (ExecutionError refused)
        {
            return new ExecutionResult(refused);
        }
        var result = await engine.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = call.Query,
            Document = document,
            ValidationRules = cached is null ? null : AlreadyValid,
            OperationName = call.OperationName,
            Variables = call.Variables ?? Inputs.Empty,
            RequestServices = services,
            UserContext = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Caller)] = caller },
            UnhandledExceptionDelegate = faults.RecordAsync,
            Timeout = limits.Timeout,
            CancellationToken = cancellation,
        });
        if (cached is null && result.Executed)
            cache.Keep(call.Query, document);
        return result;
    }

    /// <summary>Whether the operation asks only about the contract itself.</summary>
    private static bool IsIntrospection(GraphQLOperationDefinition operation) =>
        operation.Operation == OperationType.Query
        && operation.SelectionSet.Selections.All(s => s is GraphQLField f && f.Name.Value.Span is "__schema" or "__type" or "__typename");

    private void Admit(GraphQLDocument document, GraphQLOperationDefinition operation, GraphQLCall call, Caller? caller)
    {
        if (caller is null && !IsIntrospection(operation))
            throw new RequestRefused(ErrorCodes.Unauthenticated, "Sign in: send a bearer token in the Authorization header.");
        if (call.ReadOnly && operation.Operation != OperationType.Query)
            throw new RequestRefused(ErrorCodes.MethodNotAllowed, "A GET request only reads. Send a mutation by POST.");
        if (new DocumentGuard(limits, schema).Refuse(document, operation, call.Variables) is { } refusal)
            throw new RequestRefused(ErrorCodes.TooCostly, refusal);
    }

    private GraphQLDocument Parse(string query)
    {
        ROM text = query;
        var tokens = 0;
        for (var at = 0; at < text.Length; tokens++)
        {
            Token token;
            try
            {
                token = Lexer.Lex(text, at);
            }
            catch (GraphQLSyntaxErrorException)
            {
                break; // the parser says it better
            }
            if (token.Kind == TokenKind.EOF)
                break;
            if (tokens >= limits.MaxTokens)
                throw new RequestRefused(ErrorCodes.TooCostly, $"The document has more than {limits.MaxTokens} tokens. Send long lists as variables.");
            at = token.End;
        }
        try
        {
            return new GraphQLDocumentBuilder { MaxDepth = limits.MaxParseDepth }.Build(query);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new RequestRefused(ErrorCodes.TooCostly, $"The document's text nests beyond a depth of {limits.MaxParseDepth}.");
        }
    }

    [SuppressMessage("Design", "MA0015", Justification = "The messages are for the client.")]
    private static GraphQLOperationDefinition Operation(GraphQLDocument document, string? name)
    {
        GraphQLOperationDefinition[] operations = [.. document.Definitions.OfType<GraphQLOperationDefinition>()];
        if (string.IsNullOrEmpty(name))
            return operations switch
            {
                [var only] => only,
                [] => throw new RequestRefused(ErrorCodes.BadRequest, "The document has no operation."),
                _ => throw new RequestRefused(ErrorCodes.BadRequest, "The document has several operations: name one in operationName."),
            };
        return operations.FirstOrDefault(o => o.Name?.StringValue == name)
            ?? throw new RequestRefused(ErrorCodes.BadRequest, $"The document has no operation named '{(name.Length > 60 ? name[..60] : name)}'.");
    }
}
