using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Kosmopolit.Tests.Platform.Auth.Passkeys;

/// <summary>A key as a phone keeps it: makes a passkey (ES256, no attestation) and answers questions with it.</summary>
internal sealed class SoftKey(string origin) : IDisposable
{
    private const byte Present = 1;
    private const byte Verified = 4;
    private const byte HasKey = 64;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whose passkey it is, as the site named them.</summary>
    public byte[] Owner { get; set; } = [];

    /// <summary>Whether finger, face or PIN was asked for.</summary>
    public bool Verifies { get; init; } = true;

    public uint Count { get; set; }

    /// <summary>Where the key believes to be.</summary>
    public string Origin { get; set; } = origin;

    public void Dispose() => _key.Dispose();

    /// <summary>What <c>navigator.credentials.create</c> gives, as JSON.</summary>
    public string Make(JsonElement question)
    {
        Owner = WebEncoders.Base64UrlDecode(question.GetProperty("user").GetProperty("id").GetString()!);
        var client = Client("webauthn.create", question);
        byte[] data =
        [
            .. Head(question.GetProperty("rp").GetProperty("id").GetString()!, HasKey),
            .. new byte[16],
            0,
            (byte)Id.Length,
            .. Id,
            .. PublicKey(),
        ];
        // A map of three: fmt “none”, attStmt {}, authData.
        byte[] attestation =
        [
            0xA3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xA0,
            .. Text("authData"),
            0x58,
            (byte)data.Length,
            .. data,
        ];
        return Credential(
            new
            {
                clientDataJSON = Encode(client),
                attestationObject = Encode(attestation),
                transports = new[] { "internal" },
            }
        );
    }

    /// <summary>What <c>navigator.credentials.get</c> gives, as JSON.</summary>
    public string Answer(JsonElement question)
    {
        Count++;
        var client = Client("webauthn.get", question);
        var data = Head(question.GetProperty("rpId").GetString()!, 0);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return Credential(
            new
            {
                clientDataJSON = Encode(client),
                authenticatorData = Encode(data),
                signature = Encode(signature),
                userHandle = Encode(Owner),
            }
        );
    }

    private string Credential(object response) =>
        JsonSerializer.Serialize(
            new
            {
                id = Encode(Id),
                rawId = Encode(Id),
                type = "public-key",
                authenticatorAttachment = "platform",
                clientExtensionResults = new { },
                response,
            }
        );

    private byte[] Client(string type, JsonElement question) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = question.GetProperty("challenge").GetString(),
                origin = Origin,
                crossOrigin = false,
            }
        );

    private byte[] Head(string site, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(flags | Present | (Verifies ? Verified : 0)), .. count];
    }

    // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
