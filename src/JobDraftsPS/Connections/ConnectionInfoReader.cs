using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Connections;

/// <summary>Reads the hashtable that a runbook's connection asset gives. Its values are mostly texts.</summary>
internal sealed class ConnectionInfoReader
{
    private static readonly string[] Names = ["Service", "Token", "BaseUri", "TimeoutSec", "Proxy"];

    public ConnectionInfoReader(IDictionary info)
    {
        foreach (DictionaryEntry entry in info)
        {
            var name = entry.Key.ToString()!;
            var value = PlainValue.Unwrap(entry.Value);
            if (FieldValues.IsNotGiven(value))
            {
                continue;
            }

            switch (FieldSet.Key(name))
            {
                case "service": Service = ReadService(value!); break;
                case "token": Token = ReadSecret(value!); break;
                case "baseuri": BaseUri = ReadUri(name, value!); break;
                case "timeoutsec": TimeoutSec = ReadSeconds(value!); break;
                case "proxy": Proxy = ReadUri(name, value!); break;
                default: throw LocalErrors.BadValue(null, $"The connection info has an entry '{name}' that is not known; known are {string.Join(", ", Names)}.");
            }
        }
    }

    public JobService? Service { get; }

    public string? Token { get; }

    public Uri? BaseUri { get; }

    public int? TimeoutSec { get; }

    public Uri? Proxy { get; }

    private static JobService ReadService(object value) => ServiceRegistry.Find(value.ToString())?.Id
        ?? throw LocalErrors.BadValue(null, $"The connection info names the service '{value}', which is not one of {ServiceRegistry.Names}.");

    private static string ReadSecret(object value) => value switch
    {
        SecureString secret => new NetworkCredential(string.Empty, secret).Password,
        PSCredential credential => credential.GetNetworkCredential().Password,
        string text => text,
        _ => throw LocalErrors.BadValue(null, "The connection info's Token is neither a text nor a SecureString."),
    };

    private static Uri ReadUri(string name, object value) => Uri.TryCreate(value.ToString(), UriKind.Absolute, out var uri)
        ? uri
        : throw LocalErrors.BadValue(null, $"The connection info's {name} is not an absolute address.");

    private static int ReadSeconds(object value) => int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600
        ? seconds
        : throw LocalErrors.BadValue(null, $"The connection info's TimeoutSec '{value}' is not a number of seconds from 1 to 3600.");
}
