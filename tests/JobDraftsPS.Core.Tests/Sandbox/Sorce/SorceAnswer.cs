using System.Text;
using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>An answer of the service, read as a client would read it.</summary>
internal sealed class SorceAnswer(SandboxResponse response)
{
    public SandboxResponse Response { get; } = response;

    public int Status => Response.Status;

    public string Text => Encoding.UTF8.GetString(Response.Body);

    public JsonElement Json { get; } = JsonDocument.Parse(response.Body).RootElement;

    public JsonElement this[string property] => Json.GetProperty(property);

    public string? Code => Json.GetProperty("error").GetProperty("code").GetString();

    /// <summary>The names in <c>error.fields</c>, sorted; null when there is no such object.</summary>
    public string[]? Fields => Json.GetProperty("error").TryGetProperty("fields", out var fields)
        ? [.. fields.EnumerateObject().Select(fault => fault.Name).Order(StringComparer.Ordinal)]
        : null;

    public string[] ItemIds => [.. this["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    public SorceAnswer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }

    public SorceAnswer Expect(int status, string code)
    {
        Expect(status);
        Assert.Equal(code, Code);
        return this;
    }

    public SorceAnswer ExpectInvalid(params string[] fields)
    {
        Expect(422, "VALIDATION_FAILED");
        Assert.Equal(fields.Order(StringComparer.Ordinal), Fields);
        return this;
    }
}
