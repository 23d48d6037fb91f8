using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

/// <summary>
/// The cmdlets are built against one build of the private libraries and run with another. What compiles can still fail to bind there: an
/// init-only setter, for one, has another signature on each framework, and would fail only when it is called.
/// </summary>
public sealed class BindingTests
{
    private static readonly string[] Libraries = ["JobDraftsPS.Core", "JobDraftsPS.Sandbox", "JobDraftsPS.Model"];

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Every_member_that_the_cmdlets_use_is_there_at_run_time(string framework)
    {
        var used = MemberReferences.Used(Path.Combine(Repository.Lib, "JobDraftsPS.dll"), Libraries);

        Assert.Empty(used.Except(Offered(framework)));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Every_member_of_the_models_that_the_libraries_use_is_there(string framework)
    {
        var folder = Path.Combine(Repository.Lib, "Dependencies", framework);
        var used = Libraries.Take(2).SelectMany(library => MemberReferences.Used(Path.Combine(folder, library + ".dll"), "JobDraftsPS.Model"));
        var internals = MemberReferences.Offered(Path.Combine(Repository.Lib, "JobDraftsPS.Model.dll"), withInternals: true);

        Assert.Empty(used.Except(internals));
    }

    /// <summary>The inspection itself must see the calls, or the tests above could not fail.</summary>
    [Fact]
    public void The_inspection_sees_constructors_setters_and_generic_types()
    {
        var used = MemberReferences.Used(Path.Combine(Repository.Lib, "JobDraftsPS.dll"), Libraries);

        Assert.Contains(used, name => name.StartsWith("[JobDraftsPS.Core]JobDraftsPS.Core.Connections.ConnectionOptions::.ctor`0(", StringComparison.Ordinal));
        Assert.Contains(used, name => name.StartsWith("[JobDraftsPS.Core]JobDraftsPS.Core.Connections.ConnectionOptions::set_Token`0(", StringComparison.Ordinal));
        Assert.Contains(used, name => name.StartsWith("[JobDraftsPS.Core]JobDraftsPS.Core.Bulk.Pump`1::Post`0(!0,", StringComparison.Ordinal));
        Assert.Contains(used, name => name.StartsWith("[JobDraftsPS.Sandbox]", StringComparison.Ordinal));
    }

    private static HashSet<string> Offered(string framework) =>
    [
        .. MemberReferences.Offered(Path.Combine(Repository.Lib, "JobDraftsPS.Model.dll"), withInternals: true),
        .. Libraries.Take(2).SelectMany(library => MemberReferences.Offered(Path.Combine(Repository.Lib, "Dependencies", framework, library + ".dll"))),
    ];
}
