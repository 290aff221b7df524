using System.Globalization;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>How often a mail could not be taken, kept beside what came in: whoever starts the place anew does not begin to count anew.</summary>
public sealed class FailedAttempts(KosmopolitDb db)
{
    /// <summary>Of each mail that could not be taken, how often.</summary>
    public async Task<IReadOnlyDictionary<UniqueMail, int>> Of(IReadOnlyCollection<UniqueMail> mails, CancellationToken ct)
    {
        var known = await db.Set<ReceivedMail>().Where(m => m.Reception == Reception.Failed).Select(m => m.Key).ToHashSetAsync(ct);
        return mails.ToDictionary(m => m, m => Keys(m).Count(known.Contains));
    }

    /// <summary>Counts one more, up to as many as matter.</summary>
    /// <returns>How many there were, and since when.</returns>
    public async Task<(int Tries, DateTimeOffset Since)> Add(UniqueMail mail, DateTimeOffset now, CancellationToken ct)
    {
        var keys = Keys(mail);
        var before = await db.Set<ReceivedMail>().Where(m => keys.Contains(m.Key)).Select(m => m.At).ToListAsync(ct);
        if (before.Count < Mailbox.MostTries)
        {
            db.Add(new ReceivedMail(Name(mail, before.Count), "", Reception.Failed, now));
            await db.SaveChangesAsync(ct);
        }
        return (Math.Min(before.Count + 1, Mailbox.MostTries), before.Count == 0 ? now : before.Min());
    }

    public async Task Forget(UniqueMail mail, CancellationToken ct)
    {
        var keys = Keys(mail);
        await db.Set<ReceivedMail>().Where(m => keys.Contains(m.Key)).ExecuteDeleteAsync(ct);
    }

    private static string[] Keys(UniqueMail mail) =>
        [.. Enumerable.Range(0, Mailbox.MostTries).Select(i => ReceivedMail.Hash(Name(mail, i)))];

    // No Message-ID holds a space.
    private static string Name(UniqueMail mail, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"attempt {attempt} {mail.Folder} {mail.Mail}");
}

/// <summary>A mail in its folder, as the server numbers both.</summary>
public readonly record struct UniqueMail(uint Folder, uint Mail);
