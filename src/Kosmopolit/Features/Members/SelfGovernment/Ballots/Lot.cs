using System.Security.Cryptography;
using System.Text;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>
/// A lot that anybody can draw again. A random seed is made when the ballot is called and only its fingerprint (SHA-256)
/// is shown; at closing the seed is shown too. Candidates are ordered by SHA-256 of seed, of everything that was voted,
/// and of the candidate's key: whoever knew the seed would also have to know every vote.
/// </summary>
public static class Lot
{
    /// <returns>The seed, and the fingerprint that pledges it.</returns>
    public static (string Seed, string Pledge) Draw()
    {
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (seed, Fingerprint(seed));
    }

    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Fingerprint of all counted votes: one line "mark choice" each, sorted by code point.</summary>
    public static string Digest(IEnumerable<(string Mark, string Choice)> votes) =>
        Fingerprint(string.Join('\n', votes.Select(v => $"{v.Mark} {v.Choice}").Order(StringComparer.Ordinal)));

    /// <summary>The number a candidate draws; the smallest goes first.</summary>
    public static string Number(string seed, string digest, string candidate) => Fingerprint($"{seed}:{digest}:{candidate}");
}
