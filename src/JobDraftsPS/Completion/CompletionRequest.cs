using System.Collections;
using System.Management.Automation;

namespace JobDraftsPS.Completion;

/// <summary>What a value is wanted for.</summary>
internal sealed class CompletionRequest
{
    private readonly IDictionary bound;

    /// <summary>Creates a request.</summary>
    /// <param name="parameter">The parameter that the value is for.</param>
    /// <param name="bound">What the rest of the command line says, as far as the engine can tell without running it.</param>
    public CompletionRequest(string parameter, IDictionary? bound)
    {
        Parameter = parameter;
        this.bound = bound ?? new Hashtable();
    }

    /// <summary>The parameter that the value is for.</summary>
    public string Parameter { get; }

    /// <summary>The connections that the command line names.</summary>
    public IEnumerable<JobDraftConnection> Connections => All<JobDraftConnection>("Connection");

    /// <summary>The values of a parameter that are of a type.</summary>
    public IEnumerable<T> All<T>(string parameter) => (Unwrap(bound[parameter]) switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object?>(),
        var one => [one],
    }).Select(Unwrap).OfType<T>();

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
