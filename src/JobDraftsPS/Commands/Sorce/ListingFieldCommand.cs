using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that writes the fields of listings: the fields as parameters, and places by their name.</summary>
public abstract class ListingFieldCommand : SendingCommand
{
    /// <summary>The listing's title.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    public string? Title { get; set; }

    /// <summary>The listing's text.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    public string? Description { get; set; }

    /// <summary>Where the work is done: REMOTE, HYBRID or IN_PERSON.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<ListingFieldSource>))]
    public string? RemoteOption { get; set; }

    /// <summary>The country of a remote job, by name.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    public string? RemoteCountry { get; set; }

    /// <summary>All offices: names such as 'Tulsa, Oklahoma', which are looked up, or what Find-JobLocation gives, or hashtables with a locationId.</summary>
    [Parameter]
    [Alias("Location")]
    [Field(Core.Fields.FieldType.ItemList)]
    public object[]? Locations { get; set; }

    /// <summary>The kind of employment: FULL_TIME, PART_TIME, CONTRACT or INTERNSHIP.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<ListingFieldSource>))]
    public string? JobType { get; set; }

    /// <summary>The experience needed: ENTRY, MID or SENIOR.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<ListingFieldSource>))]
    public string? JobLevel { get; set; }

    /// <summary>The lowest pay, in whole currency units for a SalaryPeriod.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Whole)]
    public long? SalaryMin { get; set; }

    /// <summary>The highest pay, in whole currency units for a SalaryPeriod.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Whole)]
    public long? SalaryMax { get; set; }

    /// <summary>What the pay is for: ANNUAL or HOURLY.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<ListingFieldSource>))]
    public string? SalaryPeriod { get; set; }

    /// <summary>The price of a qualified applicant, in whole cents.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.Whole)]
    public long? BidPerQualifiedApplicantCents { get; set; }

    /// <summary>All screening criteria: hashtables with text, kind and perhaps order, or texts, which are REQUIRED.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.ItemList)]
    public object[]? Qualifications { get; set; }

    /// <summary>All application questions: hashtables with prompt and perhaps order and options, or texts.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.ItemList)]
    public object[]? Questions { get; set; }

    /// <summary>All spending caps: hashtables with window, budgetCents and perhaps notes; one for each window.</summary>
    [Parameter]
    [Field(Core.Fields.FieldType.ItemList)]
    public object[]? Budgets { get; set; }

    /// <summary>Fields by the service's names; a null clears the field, an empty text makes it empty.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TableCompleter<ListingFieldSource>))]
    public IDictionary? Field { get; set; }

    /// <summary>Sends also what the service is known to refuse: unknown fields and words, and a live listing that is not complete.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    private protected SorceClient Client { get; private set; } = null!;

    private protected EditBinder Binder { get; private set; } = null!;

    /// <summary>Fields that the command clears.</summary>
    private protected virtual string[]? ToClear => null;

    private protected override void Connect()
    {
        Client = new SorceClient(Resolve(JobService.Sorce));
        Locations = LookUp(Locations);
        Binder = new EditBinder(JobService.Sorce, SkipCheck ? Client.UncheckedFields : Client.Fields, SkipCheck, this, Field, ToClear);
    }

    /// <summary>Puts the place that a name means into the name's stead; a name that means several is refused with all of them.</summary>
    /// <exception cref="JobDraftsApiException">A name means no place, or several.</exception>
    private protected object[]? LookUp(object[]? places) => places?.Select(place => place is string name && !IsJson(name)
        ? Await(context => Client.LookUpAsync(name, context))
        : place).ToArray();

    private static bool IsJson(string text) => text.TrimStart() is { Length: > 0 } rest && rest[0] is '[' or '{';
}
