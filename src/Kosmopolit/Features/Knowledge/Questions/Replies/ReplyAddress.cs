using System.Buffers.Binary;
using System.Security.Cryptography;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using MailKit.Security;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>Where answers by mail arrive; configuration section <c>Kosmopolit:Mail:Reply</c>.</summary>
public sealed class ReplyOptions
{
    /// <summary>A mailbox that takes additions to its name, <c>answers@example.org</c>; empty turns answering by mail off.</summary>
    public string Address { get; set; } = "";

    /// <summary>What stands between the name and the addition.</summary>
    public string Separator { get; set; } = "+";

    /// <summary>How long an address takes answers.</summary>
    public int Days { get; set; } = 30;

    /// <summary>The IMAP server to fetch from; empty when the mail server pipes them into <c>kosmopolit import mail</c>.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 993;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary><c>Auto</c>, <c>None</c>, <c>StartTls</c> or <c>SslOnConnect</c>.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    public string Folder { get; set; } = "INBOX";
}

/// <summary>What an address says of itself before anything is looked up.</summary>
/// <param name="Ask">Key of the ask.</param>
/// <param name="Until">Last day on which it takes answers.</param>
public readonly record struct ReplyTicket(Guid Ask, DateOnly Until, byte[] Signature);

/// <summary>
/// Addresses that belong to one question and one member: <c>answers+…@example.org</c>. What is added is the ask, the last day and
/// a signature made with a secret of that ask, so that nobody can make one up or lengthen its time. No more than the 64
/// characters that a name may have, and the same in capitals: mail servers do what they like with those.
/// </summary>
public sealed class ReplyAddress(ReplyOptions options)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int SignatureLength = 10;
    private const int Length = 16 + 2 + SignatureLength;

    private static readonly DateOnly Epoch = new(2020, 1, 1);

    public bool IsOn => Split(options.Address) is not null;

    /// <summary>Empty when answering by mail is off.</summary>
    public string For(Ask ask, DateTimeOffset now)
    {
        if (Split(options.Address) is not var (name, domain))
            return "";
        var token = new byte[Length];
        ask.Id.TryWriteBytes(token);
        var until = DateOnly.FromDateTime(now.UtcDateTime).AddDays(options.Days);
        BinaryPrimitives.WriteUInt16BigEndian(token.AsSpan(16), (ushort)(until.DayNumber - Epoch.DayNumber));
        Sign(ask.Seed, token.AsSpan(0, 18)).CopyTo(token.AsSpan(18));
        return $"{name}{options.Separator}{Encode(token)}@{domain}";
    }

    /// <summary>Null when the address is not one of ours by its form.</summary>
    public ReplyTicket? Read(string address)
    {
        if (Split(options.Address) is not var (name, domain) || Split(address) is not var (local, host))
            return null;
        var prefix = name + options.Separator;
        if (
            !string.Equals(host, domain, StringComparison.OrdinalIgnoreCase)
            || !local.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        )
            return null;
        if (Decode(local[prefix.Length..]) is not { Length: Length } token)
            return null;
        var until = Epoch.AddDays(BinaryPrimitives.ReadUInt16BigEndian(token.AsSpan(16)));
        return new ReplyTicket(new Guid(token.AsSpan(0, 16)), until, token[18..]);
    }

    /// <summary>Whether an address came to us although its addition is none that we made.</summary>
    public bool IsOurs(string address) =>
        Split(options.Address) is var (name, domain)
        && Split(address) is var (local, host)
        && string.Equals(host, domain, StringComparison.OrdinalIgnoreCase)
        && (
            string.Equals(local, name, StringComparison.OrdinalIgnoreCase)
            || local.StartsWith(name + options.Separator, StringComparison.OrdinalIgnoreCase)
        );

    public static bool IsSigned(ReplyTicket ticket, Ask ask)
    {
        var said = new byte[18];
        ask.Id.TryWriteBytes(said);
        BinaryPrimitives.WriteUInt16BigEndian(said.AsSpan(16), (ushort)(ticket.Until.DayNumber - Epoch.DayNumber));
        return CryptographicOperations.FixedTimeEquals(Sign(ask.Seed, said), ticket.Signature);
    }

    private static byte[] Sign(byte[] seed, ReadOnlySpan<byte> said) => HMACSHA256.HashData(seed, said)[..SignatureLength];

    private static (string Name, string Domain)? Split(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 ? (address[..at], address[(at + 1)..]) : null;
    }

    private static string Encode(byte[] bytes)
    {
        var text = new System.Text.StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Letters[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        return bits == 0 ? text.ToString() : text.Append(Letters[(buffer << (5 - bits)) & 31]).ToString();
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in text.ToLowerInvariant())
        {
            var value = Letters.IndexOf(c, StringComparison.Ordinal);
            if (value < 0 || bytes.Count > Length)
                return null;
            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
