using System.Globalization;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>Lists where a service's description says otherwise than a call expects.</summary>
internal sealed class ContractComparer(ServedContract served)
{
    private readonly List<ContractDifference> differences = [];
    private int points;

    /// <summary>What was found.</summary>
    public IReadOnlyList<ContractDifference> Differences => differences;

    /// <summary>How many single points were compared.</summary>
    public int Points => points;

    /// <summary>Compares one call.</summary>
    public void Compare(ExpectedCall call)
    {
        var methods = served.Methods(call.Route);
        points++;
        if (methods.Count == 0)
        {
            Add(call, ContractDifferenceKind.Path, string.Empty, call.Route.Template, null, "the path is not there");
        }
        else if (!methods.TryGetValue(call.Route.Method, out var operation))
        {
            var there = string.Join(", ", methods.Keys.OrderBy(name => name, StringComparer.Ordinal));
            Add(call, ContractDifferenceKind.Method, string.Empty, call.Route.Method, there, $"the path has only {there}");
        }
        else
        {
            CompareQuery(call, operation);
            CompareBody(call, operation);
            CompareStatuses(call, operation);
            CompareAnswer(call, operation);
        }
    }

    private void CompareQuery(ExpectedCall call, ServedOperation operation)
    {
        foreach (var parameter in call.Query)
        {
            points++;
            if (!operation.Query.TryGetValue(parameter.Name, out var there))
            {
                Add(call, ContractDifferenceKind.QueryParameter, parameter.Name, parameter.Name, null, $"the query parameter '{parameter.Name}' is not there");
            }
            else if (there.Schema is { } schema)
            {
                CompareValues(call, parameter, new ServedSchema(schema));
            }
        }

        foreach (var parameter in operation.Query.Where(parameter => parameter.Value.Required && !call.AlwaysInQuery.Contains(parameter.Key)))
        {
            Add(call, ContractDifferenceKind.QueryParameter, parameter.Key, null, "required", $"the query parameter '{parameter.Key}' is required and not always sent");
        }
    }

    private void CompareBody(ExpectedCall call, ServedOperation operation)
    {
        var required = operation.Body?.Required ?? [];
        foreach (var key in required.Except(call.AlwaysInBody))
        {
            Add(call, ContractDifferenceKind.RequiredKey, key, null, "required", $"the key '{key}' is required and not always sent");
        }

        var members = operation.Body?.Members ?? new Dictionary<string, ServedSchema>(0);
        foreach (var field in call.Body ?? [])
        {
            points++;
            if (!members.TryGetValue(field.Name, out var there))
            {
                Add(call, ContractDifferenceKind.BodyKey, field.Name, field.Name, null, $"the key '{field.Name}' is not there");
                continue;
            }

            CompareType(call, field, there);
            CompareValues(call, field, there);
        }

        foreach (var key in members.Keys.Where(key => call.OffersAll && call.Body!.All(field => field.Name != key)))
        {
            Add(call, ContractDifferenceKind.BodyKey, key, null, key, $"the key '{key}' is not known to this module");
        }
    }

    private void CompareType(ExpectedCall call, FieldDefinition field, ServedSchema there)
    {
        var expected = DraftGap.TypeName(field.Type == FieldType.Choice ? FieldType.Text : field.Type);
        if (field.Type == FieldType.Any || there.TypeName is not { } actual)
        {
            return;
        }

        points++;
        var fits = actual == expected || field.Type == FieldType.Whole && actual == "integer" || field.Type == FieldType.Number && actual == "integer or number";
        if (!fits)
        {
            Add(call, ContractDifferenceKind.ValueType, field.Name, expected, actual, $"'{field.Name}' is {actual}, not {expected}");
        }
    }

    private void CompareValues(ExpectedCall call, FieldDefinition field, ServedSchema there)
    {
        if (there.Values.Count == 0 && field.Allowed.Count > 0)
        {
            points++;
            Add(call, ContractDifferenceKind.EnumValue, field.Name, string.Join(", ", field.Allowed), null, $"'{field.Name}' has no list of values");
            return;
        }

        foreach (var value in field.Allowed)
        {
            points++;
            if (!there.Values.Contains(value, StringComparer.Ordinal))
            {
                Add(call, ContractDifferenceKind.EnumValue, field.Name, value, null, $"'{field.Name}' does not allow {value}");
            }
        }

        foreach (var value in there.Values.Where(value => (call.OffersAll || call.Body is null) && !field.Allowed.Contains(value)))
        {
            Add(call, ContractDifferenceKind.EnumValue, field.Name, null, value, $"'{field.Name}' allows {value}, which is not known to this module");
        }
    }

    private void CompareStatuses(ExpectedCall call, ServedOperation operation)
    {
        foreach (var status in call.Statuses)
        {
            points++;
            if (!operation.Names(status))
            {
                var name = status.ToString(CultureInfo.InvariantCulture);
                Add(call, ContractDifferenceKind.Status, name, name, null, $"status {name} is not there");
            }
        }

        // What the server does wrong itself is dealt with alike everywhere.
        foreach (var status in operation.Statuses)
        {
            if (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 500 && !call.Statuses.Contains(number))
            {
                Add(call, ContractDifferenceKind.Status, status, null, status, $"status {status} is not expected");
            }
        }
    }

    private void CompareAnswer(ExpectedCall call, ServedOperation operation)
    {
        if (operation.Answer is not { Members: { Count: > 0 } members })
        {
            return;
        }

        foreach (var member in call.Route.Needed)
        {
            points++;
            if (!members.ContainsKey(member))
            {
                Add(call, ContractDifferenceKind.AnswerMember, member, member, null, $"the answer has no '{member}'");
            }
        }
    }

    private void Add(ExpectedCall call, ContractDifferenceKind kind, string name, string? expected, string? actual, string text) => differences.Add(new ContractDifference
    {
        Kind = kind,
        Method = call.Route.Method,
        Path = call.Route.Template,
        Name = name,
        Expected = expected,
        Actual = actual,
        Message = $"{call.Route}: {text}.",
    });
}
