using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Completion;

/// <summary>Parameters of one kind are completed everywhere.</summary>
public sealed class CoverageTests
{
    private static readonly string[] Ids = ["JobId", "ProjectId", "CallbackId", "TopicId", "AddressId"];
    private static readonly string[] Others =
        ["Clear", "Status", "PaymentType", "ExperienceLevel", "DataVolumeUnit", "Quality", "SourceLanguage", "TargetLanguage", "Topic", "TriggerState", "RemoteOption", "JobType", "JobLevel", "SalaryPeriod"];

    [Fact]
    public void Every_parameter_for_an_id_a_field_or_a_word_of_a_service_has_its_completer()
    {
        using var session = new Session();
        var completed = TabKey.Parameters(session).Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}").ToHashSet();

        var wanted = from found in session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet").Output
                     let cmdlet = (CmdletInfo)found.BaseObject
                     from parameter in cmdlet.Parameters.Values
                     where Ids.Contains(parameter.Name) || Others.Contains(parameter.Name) || parameter.Name == "Field" && parameter.ParameterType != typeof(string)
                     select $"{cmdlet.Name} -{parameter.Name}";

        Assert.Empty(wanted.Except(completed));
    }
}
