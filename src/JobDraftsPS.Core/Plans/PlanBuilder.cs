using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>Makes a plan of rows: converts every cell strictly, names every one that is wrong, and puts the present values beside the new ones. Sends nothing.</summary>
public sealed class PlanBuilder
{
    private readonly List<PlanInput> inputs = [];
    private readonly Dictionary<JobService, PlanRules> rules = [];
    private readonly Dictionary<(JobService, bool, string), string?> nearest = [];

    /// <summary>The service of rows that name none; null where each row must.</summary>
    public JobService? DefaultService { get; set; }

    /// <summary>The operation of rows that name none.</summary>
    public PlanOperation DefaultOperation { get; set; } = PlanOperation.Update;

    /// <summary>How many rows there are.</summary>
    public int Count => inputs.Count;

    /// <summary>The services that the rows name.</summary>
    public IReadOnlyCollection<JobService> Services => new HashSet<JobService>(inputs.Select(ServiceOf).Where(service => service is not null).Select(service => service!.Value));

    /// <summary>Takes a row.</summary>
    public void Add(PlanInput input) => inputs.Add(input);

    /// <summary>Says what holds for a service.</summary>
    public void Use(PlanRules ofService) => rules[ofService.Service] = ofService;

    /// <summary>What the rows work on, for reading it: rows whose target is wrong are left out.</summary>
    public IReadOnlyList<PlanRow> Targets() => inputs
        .Where(input => ServiceOf(input) is not null)
        .Select(RowOf)
        .Where(row => rules[row.Service].TargetProblem(row) is null)
        .ToArray();

    /// <summary>Makes the plan.</summary>
    /// <param name="state">What is known of the jobs now.</param>
    /// <param name="accounts">By service, the hash of the credential.</param>
    /// <param name="now">The moment.</param>
    public JobDraftPlan Build(PlanSnapshot state, IDictionary<string, string> accounts, DateTimeOffset now)
    {
        var rows = new List<PlanRow>(inputs.Count);
        var findings = new List<PlanFinding>();
        var simulation = new PlanSimulation(state, service => rules[service]);
        var conflicts = new PlanConflicts(service => rules[service]);
        foreach (var input in inputs)
        {
            var found = new List<PlanFinding>(input.Problems);
            if (ServiceOf(input) is null)
            {
                if (found.Count == 0)
                {
                    found.Add(Error(input, "service", PlanCodes.Missing, "the row names no service: fill the service column, or give -Service"));
                }
            }
            else
            {
                rows.Add(Build(input, found, simulation, conflicts));
            }

            findings.AddRange(found);
        }

        if (simulation.Remembered > 0)
        {
            findings.Add(new PlanFinding
            {
                Severity = PlanSeverity.Info,
                Code = PlanCodes.FromJournal,
                Message = $"{simulation.Remembered} present values are the last ones that the journal knows: the service cannot tell whether they still hold.",
            });
        }

        var plan = new JobDraftPlan { Rows = [.. rows], Findings = [.. findings], CreatedAt = now, Accounts = accounts };
        plan.Hash = PlanHash.Of(plan);
        return plan.WithFindingsBesideRows();
    }

    private PlanRow Build(PlanInput input, List<PlanFinding> found, PlanSimulation simulation, PlanConflicts conflicts)
    {
        var row = RowOf(input);
        var ofService = rules[row.Service];
        var problem = ofService.TargetProblem(row);
        if (problem is not null)
        {
            found.Add(Error(input, null, PlanCodes.Missing, problem));
        }

        row.Changes = Changes(input, row, ofService, found);
        if (problem is null)
        {
            // Rows that name no job are not rows of one job.
            found.AddRange(conflicts.Check(row));
        }

        if (found.Exists(finding => finding.Severity == PlanSeverity.Error))
        {
            return row;
        }

        if (row.Changes.Length == 0)
        {
            found.Add(new PlanFinding { Row = row.Row, Severity = PlanSeverity.Warning, Code = PlanCodes.NoChange, Message = "The row says nothing to change, so nothing will be sent for it." });
            return row;
        }

        var look = simulation.Look(row, input.Validation);
        row.Hazards = [.. look.Hazards];
        found.AddRange(look.Findings);
        if (look.IsNoChange)
        {
            found.Add(new PlanFinding { Row = row.Row, Severity = PlanSeverity.Info, Code = PlanCodes.NoChange, Message = "All of it is so already, so nothing will be sent for the row." });
        }

        return row;
    }

    private JobService? ServiceOf(PlanInput input) => input.IsUnreadable ? null : input.Service ?? (input.Problems.Any(problem => FieldSet.Key(problem.Column ?? string.Empty) == "service") ? null : DefaultService);

    private PlanRow RowOf(PlanInput input) => new()
    {
        Row = input.Row,
        Service = ServiceOf(input)!.Value,
        JobId = input.JobId,
        ProjectId = input.ProjectId,
        Operation = input.Operation ?? DefaultOperation,
    };

    private PlanChange[] Changes(PlanInput input, PlanRow row, PlanRules ofService, List<PlanFinding> found)
    {
        var fields = ofService.FieldsOf(row.Operation, row.ProjectId is not null);
        var changes = new List<PlanChange>(input.Cells.Count + input.Clear.Count);
        foreach (var cell in input.Cells)
        {
            if (cell.Value is string { Length: 0 })
            {
                continue;
            }

            if (fields.Find(cell.Key) is not { } field)
            {
                found.Add(Unknown(input, row, fields, cell.Key));
            }
            else if (Convert(ofService, field, cell.Value, row.Operation, out var value) is { } wrong)
            {
                found.Add(Error(input, cell.Key, PlanCodes.BadValue, wrong));
            }
            else if (changes.Find(change => change.Field == field.Name) is { } first)
            {
                if (!Equals(first.To, value))
                {
                    found.Add(Error(input, cell.Key, PlanCodes.BadRow, $"two columns name the field '{field.Name}', with different values"));
                }
            }
            else if (row.Operation != PlanOperation.Create || value is not null)
            {
                changes.Add(new PlanChange { Field = field.Name, To = value });
            }
        }

        AddCleared(input, row, ofService, fields, changes, found);
        if (row.Operation == PlanOperation.Create)
        {
            found.AddRange(ofService.RequiredOf(row.ProjectId is not null)
                .Where(name => !changes.Exists(change => change.Field == name) && !found.Exists(finding => FieldSet.Key(finding.Column ?? string.Empty) == FieldSet.Key(name)))
                .Select(name => Error(input, name, PlanCodes.Missing, $"a new job of {ServiceRegistry.NameOf(row.Service)} needs the field '{name}'")));
        }
        else if (row.Operation != PlanOperation.Update)
        {
            var (status, word) = ofService.StatusAfter(row.Operation);
            changes.Add(new PlanChange { Field = status, To = word });
        }

        return [.. changes];
    }

    private void AddCleared(PlanInput input, PlanRow row, PlanRules ofService, FieldSet fields, List<PlanChange> changes, List<PlanFinding> found)
    {
        foreach (var name in input.Clear)
        {
            if (fields.Find(name) is not { } field)
            {
                found.Add(Unknown(input, row, fields, name, "clear"));
            }
            else if (Taken(changes, field))
            {
                found.Add(Error(input, "clear", PlanCodes.BadRow, $"the row gives the field '{field.Name}' a value and clears it too"));
            }
            else if (Convert(ofService, field, null, row.Operation, out _) is { } wrong)
            {
                found.Add(Error(input, "clear", PlanCodes.BadValue, wrong));
            }
            else if (row.Operation != PlanOperation.Create)
            {
                changes.Add(new PlanChange { Field = field.Name, To = ofService.Cleared(field.Name) });
            }
        }
    }

    private static bool Taken(List<PlanChange> changes, FieldDefinition field) => changes.Exists(change => change.Field == field.Name);

    /// <summary>Converts a cell; returns what is wrong with it, or null.</summary>
    private static string? Convert(PlanRules ofService, FieldDefinition field, object? cell, PlanOperation operation, out object? value)
    {
        value = null;
        if (cell is null)
        {
            value = ofService.Cleared(field.Name);
            return field.CanClear || operation == PlanOperation.Create ? null : $"the field '{field.Name}' cannot be cleared: the service needs a value there";
        }

        try
        {
            value = PlanValues.Normal(FieldValues.Read(field, FromJson(field, cell)));
            return null;
        }
        catch (FieldValueException wrong)
        {
            return wrong.Message;
        }
        catch (JsonException wrong)
        {
            return $"the cell begins like JSON and is none: {wrong.Message}";
        }
    }

    /// <summary>A cell that begins with a bracket is JSON, where the field can hold more than a word.</summary>
    private static object FromJson(FieldDefinition field, object cell) =>
        cell is string text && field.Type is not (FieldType.Text or FieldType.Choice) && text.TrimStart() is ['[' or '{', ..] ? PlanValues.Parse(text)! : cell;

    private PlanFinding Unknown(PlanInput input, PlanRow row, FieldSet fields, string name, string? column = null)
    {
        if (fields.Fields.Count == 0)
        {
            return Error(input, column ?? name, PlanCodes.UnknownField, $"a row with the operation {row.Operation} takes no fields; leave '{name}' empty");
        }

        var key = (row.Service, row.Operation == PlanOperation.Create && row.ProjectId is null, name);
        if (!nearest.TryGetValue(key, out var near))
        {
            nearest[key] = near = fields.Nearest(name);
        }

        return Error(input, column ?? name, PlanCodes.UnknownField, $"'{name}' is no field of {ServiceRegistry.NameOf(row.Service)}{(near is null ? string.Empty : $"; did you mean '{near}'?")}");
    }

    private static PlanFinding Error(PlanInput input, string? column, string code, string message) => new()
    {
        Row = input.Row,
        Column = column,
        Severity = PlanSeverity.Error,
        Code = code,
        Message = char.ToUpper(message[0], CultureInfo.InvariantCulture) + message.Substring(1) + (message[message.Length - 1] is '.' or '?' ? string.Empty : "."),
    };
}
