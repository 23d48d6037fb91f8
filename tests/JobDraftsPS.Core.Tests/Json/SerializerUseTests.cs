using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Json;

/// <summary>Options made anew for a call cost about forty times the call, and a serializer that reflects costs the start: neither may come in.</summary>
public sealed class SerializerUseTests
{
    private static readonly IReadOnlyList<(string Type, string Method, string Called)> Calls = MethodBodies.Calls(typeof(ConnectionFactory).Assembly.Location);

    [Fact]
    public void Serializer_options_are_made_once_if_at_all()
    {
        Assert.DoesNotContain(Calls, call =>
            call.Called.StartsWith("System.Text.Json.JsonSerializerOptions..ctor(", StringComparison.Ordinal)
            && call.Method != ".cctor"
            && !IsGenerated(call.Type));
    }

    [Fact]
    public void The_serializer_is_called_with_generated_type_information_only()
    {
        Assert.DoesNotContain(Calls, call =>
            call.Called.StartsWith("System.Text.Json.JsonSerializer.", StringComparison.Ordinal)
            && !call.Called.Contains("JsonTypeInfo", StringComparison.Ordinal)
            && !call.Called.Contains("JsonSerializerContext", StringComparison.Ordinal));
    }

    [Fact]
    public void Http_content_and_json_nodes_are_not_a_back_door_to_the_reflecting_serializer()
    {
        Assert.DoesNotContain(Calls, call =>
            call.Called.StartsWith("System.Net.Http.Json.", StringComparison.Ordinal)
            || call.Called.StartsWith("RestSharp.RestRequestExtensions.AddJsonBody", StringComparison.Ordinal)
            || call.Called.StartsWith("System.Text.Json.Nodes.JsonValue.Create", StringComparison.Ordinal) && call.Called.Contains("!!0", StringComparison.Ordinal));
    }

    /// <summary>The inspection itself must see the assembly's calls, or the tests above could not fail.</summary>
    [Fact]
    public void The_inspection_sees_the_calls_of_the_assembly()
    {
        Assert.Contains(Calls, call => call.Called.StartsWith("System.Text.Json.JsonElement.ParseValue(", StringComparison.Ordinal));
        Assert.Contains(Calls, call => call.Called.StartsWith("RestSharp.RestRequest..ctor(", StringComparison.Ordinal));
    }

    private static bool IsGenerated(string type) => type.EndsWith("JsonContext", StringComparison.Ordinal);
}
