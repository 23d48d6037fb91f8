using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using JobDraftsPS.Console.Tests;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Package.Tests;

/// <summary>A package that its author signs, with a certificate made on the spot.</summary>
public sealed class SignTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_certificate_signs_the_package_and_nothing_in_it_changes()
    {
        using var certificate = MakeCertificate();
        var file = Path.Combine(folder.Path, "author.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx), TestContext.Current.CancellationToken);

        var (exitCode, output) = await SignAsync($"-p:SigningCertificate={file}", $"-p:SignedDir={folder.Path}", "-p:SigningOptions=--allow-untrusted-root");

        Assert.True(exitCode == 0, output);
        using var signed = ZipFile.OpenRead(Path.Combine(folder.Path, Path.GetFileName(PackedModule.File)));
        using var plain = ZipFile.OpenRead(PackedModule.File);
        Assert.Equal(plain.Entries.Select(entry => (entry.FullName, entry.Crc32)).Append((".signature.p7s", signed.GetEntry(".signature.p7s")!.Crc32)).Order(), signed.Entries.Select(entry => (entry.FullName, entry.Crc32)).Order());
        var signature = new SignedCms();
        signature.Decode(Read(signed.GetEntry(".signature.p7s")!));
        signature.CheckSignature(verifySignatureOnly: true);
        Assert.Equal(certificate.Thumbprint, Assert.Single(signature.SignerInfos.Cast<SignerInfo>()).Certificate!.Thumbprint);
    }

    [Theory]
    [InlineData("JDPS002", "Nothing was signed")]
    [InlineData("JDPS003", "-t:PackModule", "-p:SigningCertificate=any.pfx", "-p:ArtifactsDir=nowhere/")]
    public async Task Without_a_certificate_or_a_package_it_says_what_is_missing(string code, string expected, params string[] arguments)
    {
        var (exitCode, output) = await SignAsync(arguments);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(code, output, StringComparison.Ordinal);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> SignAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "src/JobDraftsPS", "-t:SignModule", "-v:quiet", "-nologo", "-tl:off", .. arguments]) { WorkingDirectory = PackedModule.Root };
        var (exitCode, output, error) = await PowerShellProcess.RunAsync(start, TestContext.Current.CancellationToken);
        return (exitCode, output + error);
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=An author", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.3", "Code signing")], critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
