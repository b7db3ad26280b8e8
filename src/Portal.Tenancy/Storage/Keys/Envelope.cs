using System.Security.Cryptography;

namespace Portal.Tenancy.Storage.Keys;

/// <summary>AES-256-GCM of something small: random 12-byte nonce ‖ ciphertext ‖ 16-byte tag.</summary>
internal static class Envelope
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> binding)
    {
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = result.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(^TagBytes..), binding);
        return result;
    }

    /// <exception cref="InvalidDataException">It was altered, moved or sealed under another key.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> binding)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
        {
            throw new InvalidDataException("The sealed bytes are too short.");
        }

        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                sealedBytes[..NonceBytes],
                sealedBytes[NonceBytes..^TagBytes],
                sealedBytes[^TagBytes..],
                plain,
                binding);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("The sealed bytes were altered or belong elsewhere.", e);
        }

        return plain;
    }
}
