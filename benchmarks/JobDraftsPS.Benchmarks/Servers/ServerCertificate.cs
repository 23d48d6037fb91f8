using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>A certificate for this machine's own address that lasts for one run. Nothing trusts it but the clients that are started for it.</summary>
internal sealed class ServerCertificate
{
    private ServerCertificate(string path, string trustedPath)
    {
        Path = path;
        TrustedPath = trustedPath;
    }

    /// <summary>True where a process can be started so that it trusts one certificate more.</summary>
    public static bool CanBeTrusted => OperatingSystem.IsLinux();

    /// <summary>The file with the certificate and its key.</summary>
    public string Path { get; }

    /// <summary>The file with the certificate alone.</summary>
    public string TrustedPath { get; }

    public static ServerCertificate Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var folder = Scratch.Folder();
        var made = new ServerCertificate(System.IO.Path.Combine(folder, "server.pfx"), System.IO.Path.Combine(folder, "server.pem"));
        File.WriteAllBytes(made.Path, certificate.Export(X509ContentType.Pfx));
        File.WriteAllText(made.TrustedPath, certificate.ExportCertificatePem());
        return made;
    }
}
