using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Finds the places that Sorce listings can name. A listing never takes a typed name.</summary>
[Cmdlet(VerbsCommon.Find, "JobLocation", DefaultParameterSetName = ByName, HelpUri = HelpPages.At + "Find-JobLocation.md")]
[OutputType(typeof(JobLocation))]
public sealed class FindJobLocationCommand : ReadingCommand
{
    private const string ByName = "Query";
    private SorceClient client = null!;

    /// <summary>Names to search for, one a row.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>A part of the place's name, such as a city; city and state find one place.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    public string[] Query { get; set; } = [];

    /// <summary>The country to search in. The service supports the United States only, which it also takes when nothing is said.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Country { get; set; }

    private protected override void Connect() => client = new SorceClient(Resolve(JobService.Sorce));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByName)
        {
            Array.ForEach(Query, text => Accept(text, () => new Row(null, text)));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => input.BaseObject is string text
        ? new Row(number, text)
        : throw LocalErrors.NotAJob($"A {input.BaseObject.GetType().FullName} is no name of a place.", "Pipe names, such as 'Tulsa'.");

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var text = (string)row.Source;
        var country = Country;
        return async context => ReadPage.Of([.. await client.FindLocationsAsync(text, country, context).ConfigureAwait(false)]);
    }
}
