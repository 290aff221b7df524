using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.StartUp.Statutes;

/// <summary>Writes a new version of the statutes, from the questions or by hand; the founding meeting adopts one.</summary>
public sealed class WriteCharter(KosmopolitDb db, Me me, FoundingVotes votes, TimeProvider clock)
{
    private static readonly Refusal Overtaken = new(
        "Somebody else saved another version meanwhile. Compare it with yours, then save once more."
    );

    public async Task<Refusal?> Run(Network network, CharterInput input, CancellationToken ct = default)
    {
        if (input.BoardMost < input.BoardLeast)
            return new Refusal("The highest number of coordinators cannot be smaller than the lowest.", nameof(input.BoardMost));
        var terms = input.Read();
        return await Add(network, terms, CharterText.Words(terms), input.Seen, ct);
    }

    public async Task<Refusal?> ByHand(Network network, CharterWordsInput input, CancellationToken ct = default)
    {
        if (await Latest(network, ct) is not { } latest)
            return new Refusal("Answer the questions first; then you can change the words.");
        var words = new CharterWords(PlainText.CleanLines(input.Swedish), PlainText.CleanLines(input.English), IsByHand: true);
        return await Add(network, latest.Terms, words, input.Seen, ct);
    }

    public async Task<Refusal?> Adopt(Network network, int number, AdoptionInput input, CancellationToken ct = default)
    {
        if (!me.CanRecordFounding(network))
            return new Refusal("The facilitator writes down what the founding meeting decides, until the handover.");
        var now = clock.GetUtcNow();
        var meeting = await db.Meetings.SingleOrDefaultAsync(
            m => m.NetworkId == network.Id && m.Number == Ways.Meetings && m.CalledOffAt == null,
            ct
        );
        if (meeting is null || meeting.StartsAt > now)
            return new Refusal("Statutes are adopted at meeting 3, and it has not begun yet.");
        var version = await db.Set<CharterVersion>().SingleOrDefaultAsync(c => c.NetworkId == network.Id && c.Number == number, ct);
        if (version is null)
            return new Refusal("There is no such version.");
        if (await db.Set<CharterVersion>().AnyAsync(c => c.NetworkId == network.Id && c.Number > number, ct))
            return new Refusal("There is a newer version. Look at it first.");
        if (await votes.Refuse(meeting, input.Votes, version.Terms, nameof(input.For), ct) is { } untrue)
            return untrue;
        if (version.Adopt(meeting.Id, input.Votes, now) is { } refusal)
            return refusal;
        // From here on ballots and terms follow what the statutes say.
        await VotingRules.Follow(db, network.Id, version.Terms.Over, ct);
        return await db.Save(new Refusal("Somebody else wrote this down at the same moment."), ct);
    }

    public Task<CharterVersion?> Latest(Network network, CancellationToken ct = default) =>
        db.Set<CharterVersion>()
            .Where(c => c.NetworkId == network.Id)
            .OrderByDescending(c => c.Number)
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);

    private async Task<Refusal?> Add(Network network, CharterTerms terms, CharterWords words, int seen, CancellationToken ct)
    {
        if (!me.CanWorkIn(network))
            return new Refusal("Members and those who lead the meetings draft the statutes.");
        var latest = await db.Set<CharterVersion>().Where(c => c.NetworkId == network.Id).MaxAsync(c => (int?)c.Number, ct) ?? 0;
        if (latest != seen)
            return Overtaken;
        db.Add(new CharterVersion(network.Id, latest + 1, terms, words, me.AccountId, clock.GetUtcNow()));
        return await db.Save(Overtaken, ct);
    }
}
