using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>
/// A secret that is handed out once: <c>kind_cell_id_secret+crc</c>, such as <c>ptl_eu-west_01JD…_k3V…</c>. The cell is
/// its region's code, the id 26 Crockford characters, the secret 43 characters of base 62 (256 bits), the checksum
/// CRC-32 of all before it in 6 characters of base 62, so that a typing error needs no look-up.
/// </summary>
public sealed class Credential
{
    /// <summary>The kind of service keys.</summary>
    public const string ServiceKey = "ptl";

    /// <summary>The kind of invitations.</summary>
    public const string Invitation = "join";

    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string IdPrefix = "x";
    private const int SecretCharacters = 43;
    private const int CheckCharacters = 6;
    private const int RegionCharactersMax = 40;
    private const int Parts = 4;

    private Credential(string kind, RegionCode region, Guid id, string text) =>
        (Kind, Region, Id, Text) = (kind, region, id, text);

    /// <summary><see cref="ServiceKey"/> or <see cref="Invitation"/>.</summary>
    public string Kind { get; }

    /// <summary>Where it was made and where alone it is known.</summary>
    public RegionCode Region { get; }

    /// <summary>Names the row that knows its hash.</summary>
    public Guid Id { get; }

    /// <summary>The whole secret. Shown once, never stored, never logged.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of <see cref="Text"/> in lower-case hex: what is stored.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Text)));

    /// <summary>
    /// Whether it is the one behind <paramref name="hash"/>; takes as long for a wrong as for a right one.
    /// </summary>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(hash));

    /// <summary>A new secret for <paramref name="id"/>.</summary>
    public static Credential New(string kind, RegionCode region, Guid id)
    {
        var secret = RandomNumberGenerator.GetString(Base62, SecretCharacters);
        var head = $"{kind}_{region.Value}_{PublicId.Format(IdPrefix, id)[(IdPrefix.Length + 1)..]}_{secret}";
        return new(kind, region, id, head + Check(head));
    }

    /// <summary>Reads a secret; false when a part or the checksum is wrong.</summary>
    public static bool TryParse(string kind, string? text, [NotNullWhen(true)] out Credential? credential)
    {
        credential = null;
        var parts = text?.Split('_', Parts + 1);
        if (text is null || parts is not { Length: Parts } || parts[0] != kind
            || parts[1].Length is 0 or > RegionCharactersMax
            || !parts[1].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            || !PublicId.TryParse(IdPrefix, $"{IdPrefix}_{parts[2]}", out var id)
            || parts[3].Length != SecretCharacters + CheckCharacters
            || !parts[3].All(char.IsAsciiLetterOrDigit)
            || Check(text[..^CheckCharacters]) != text[^CheckCharacters..])
        {
            return false;
        }

        credential = new(kind, new RegionCode(parts[1]), id, text);
        return true;
    }

    /// <summary>Never the secret: so that a careless log line shows nothing.</summary>
    public override string ToString() => $"{Kind}_{Region}_{Id:N}_…";

    private static string Check(string head)
    {
        var crc = Crc32.Of(Encoding.ASCII.GetBytes(head));
        Span<char> text = stackalloc char[CheckCharacters];
        for (var i = CheckCharacters - 1; i >= 0; i--)
        {
            text[i] = Base62[(int)(crc % (uint)Base62.Length)];
            crc /= (uint)Base62.Length;
        }

        return text.ToString();
    }
}
