using System.Text.RegularExpressions;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>
/// Where blobs lie: <c>tenant/kind/hh/hash</c>; a name is <c>kind-hash</c> and nothing else is opened.
/// </summary>
internal sealed partial class BlobFolder(string root)
{
    public string Temporary => Path.Combine(root, "tmp");

    public static bool IsKind(string kind) => KindForm().IsMatch(kind);

    /// <summary>The file of a name; null when it has not the form of a name.</summary>
    public string? PathOf(TenantId tenant, string name)
    {
        var match = NameForm().Match(name);
        return match.Success
            ? PathOf(tenant, match.Groups["kind"].Value, match.Groups["hash"].Value)
            : null;
    }

    public string PathOf(TenantId tenant, string kind, string hash) =>
        Path.Combine(KindFolder(tenant, kind), hash[..2], hash[2..]);

    public string KindFolder(TenantId tenant, string kind) => Path.Combine(root, tenant.Value.ToString("N"), kind);

    public static string NameOf(string kind, string hash) => $"{kind}-{hash}";

    /// <summary>The name that leads to a file of a kind.</summary>
    public static string NameOf(string kind, FileInfo file) => NameOf(kind, file.Directory?.Name + file.Name);

    [GeneratedRegex(@"\A[a-z][a-z0-9]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KindForm();

    [GeneratedRegex(@"\A(?<kind>[a-z][a-z0-9]{0,31})-(?<hash>[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
