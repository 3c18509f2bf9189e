using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Projections.Facts;

/// <summary>How facts are written and read. The shapes are approved by a test and never change: facts are for ever.</summary>
public static class FactJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions());

    /// <summary>For facts that a caller writes: personal texts come in clear, nothing is unknown, and only what a fact may lack is missing.</summary>
    public static readonly JsonSerializerOptions FromCallers = Strict(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options) => Configure(options, new SealedPersonalConverter());

    /// <summary>What was wrong, for a person, without the names of our classes.</summary>
    public static string Explain(JsonException mistake)
    {
        var where = mistake.Path is { Length: > 2 } path ? $"{path[2..]} " : "";
        return mistake.Message.Contains("missing required properties", StringComparison.Ordinal) ? "something is missing: " + mistake.Message[(mistake.Message.LastIndexOf(':') + 2)..].TrimEnd('.')
            : mistake.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"{where}is no value of it"
            : $"{where}has another form";
    }

    private static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        Configure(options, new ClearPersonalConverter());
        ((DefaultJsonTypeInfoResolver)options.TypeInfoResolver!).Modifiers.Add(Require);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        return options;
    }

    private static JsonSerializerOptions Configure(JsonSerializerOptions options, JsonConverter<Personal> personal)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropDerived } };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));
        options.Converters.Add(personal);
        options.Converters.Add(new ReplacementConverter<TherapistFact>());
        options.Converters.Add(new ReplacementConverter<LicenseFact>());
        options.Converters.Add(new ReplacementConverter<CertificationFact>());
        options.Converters.Add(new ReplacementConverter<PolicyFact>());
        options.Converters.Add(new ReplacementConverter<CreditFact>());
        options.Converters.Add(new ReplacementConverter<ExemptionFact>());
        options.Converters.Add(new ReplacementConverter<CeAuditFact>());
        options.Converters.Add(new HoursConverter());
        options.Converters.Add(new IdConverter<FactId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<TherapistId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<LicenseId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<EncumbranceId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<CertificationId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<ClinicId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<InvestigationId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<CreditId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<ExemptionId>(v => new(v), i => i.Value));
        options.Converters.Add(new IdConverter<CeAuditId>(v => new(v), i => i.Value));
        return options;
    }

    /// <summary>The effective date is read off the fact's own dates, and an absent personal text is left out.</summary>
    private static void DropDerived(JsonTypeInfo type)
    {
        if (!typeof(IFact).IsAssignableFrom(type.Type))
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Name == "effectiveOn")
                type.Properties.RemoveAt(i);
            else if (property.PropertyType == typeof(Personal))
                (property.ShouldSerialize, property.IsRequired) = (static (_, value) => value is Personal { IsNone: false }, false);
        }
    }

    private static void Require(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
            property.IsRequired = property.PropertyType != typeof(Personal) && !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;
    }

    private sealed class IdConverter<TId>(Func<Guid, TId> wrap, Func<TId, Guid> unwrap) : JsonConverter<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => wrap(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(unwrap(value));
    }

    /// <summary>Hours are stored as whole hundredths: a fact holds no fraction.</summary>
    private sealed class HoursConverter : JsonConverter<Hours>
    {
        public override Hours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, Hours value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Hundredths);
    }

    /// <summary>Personal text leaves the process sealed or not at all.</summary>
    private sealed class SealedPersonalConverter : JsonConverter<Personal>
    {
        public override Personal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Personal.Sealed(reader.GetString() ?? throw new JsonException("A sealed text is a string."));

        public override void Write(Utf8JsonWriter writer, Personal value, JsonSerializerOptions options)
        {
            if (value.Clear is not null)
                throw new InvalidOperationException("Personal text in clear was about to be written; seal the fact first.");
            writer.WriteStringValue(value.Envelope);
        }
    }

    /// <summary>A caller writes personal text as it is.</summary>
    private sealed class ClearPersonalConverter : JsonConverter<Personal>
    {
        public override Personal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Personal.Of(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Personal value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Facts of callers are read only.");
    }

    /// <summary>A correction's replacement names its own type, by its stored name.</summary>
    private sealed class ReplacementConverter<TFact> : JsonConverter<TFact>
        where TFact : class, IFact
    {
        public override TFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var name = document.RootElement.GetProperty("type").GetString()!;
            var type = FactNames.TypeOf(name) ?? throw new JsonException($"No fact is stored under the name '{name}'.");
            return (TFact)document.RootElement.GetProperty("fact").Deserialize(type, options)!;
        }

        public override void Write(Utf8JsonWriter writer, TFact value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("type", FactNames.Of(value));
            writer.WritePropertyName("fact");
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndObject();
        }
    }
}
