using System.Security.Cryptography;
using System.Text;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Claims;

/// <summary>On what somebody stands when they say that something is so.</summary>
/// <param name="Basis">Lived, worked, traded, studied, family ties.</param>
/// <param name="From">First year; null when not told.</param>
/// <param name="Until">Last year; null when it goes on or is not told.</param>
/// <param name="LastYear">The last year in which they saw it for themselves.</param>
public sealed record Standing(Basis Basis, int? From, int? Until, string Place, int LastYear);

/// <summary>
/// A passage that somebody stands for: what is said, on what basis, and who else says so or says otherwise. It stays when
/// its holder leaves, without the name, and asks for a new one.
/// </summary>
public sealed class Claim : Entity, IRevised
{
    private readonly List<Voice> _voices = [];

    private Claim() { }

    private Claim(Guid article, (string Country, string Topic, string Language) about, string passage, DateTimeOffset now)
    {
        (ArticleId, Passage, MadeAt, ComparedAt) = (article, passage, now, now);
        OpenKey = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(passage)));
        (Country, Topic, Language) = about;
    }

    public Guid ArticleId { get; private set; }

    public string Country { get; private set; } = "";

    public string Topic { get; private set; } = "";

    /// <summary>BCP 47 tag of the passage.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The words as they stood; empty when it is the text as a whole.</summary>
    public string Passage { get; private set; } = "";

    /// <summary>
    /// Stands for the passage as long as it is claimed, and is null afterwards: unique within a text, so that two who mark the
    /// same words at once do not claim them twice. A passage itself may be too long for an index.
    /// </summary>
    public string? OpenKey { get; private set; }

    /// <summary>The member who stands for it; null when they have left.</summary>
    public Guid? HolderId { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The claim that took this one's place.</summary>
    public Guid? SuccessorId { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When the words of the passage were changed in the text; null while they stand in it.</summary>
    public DateTimeOffset? WordsGoneAt { get; private set; }

    /// <summary>When its words were first compared with the text; null for what was claimed before claims followed the words.</summary>
    public DateTimeOffset? ComparedAt { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<Voice> Voices => _voices;

    public bool IsOpen => WithdrawnAt is null && SuccessorId is null;

    /// <summary>Whether it says anything of the text as it stands today.</summary>
    public bool IsStanding => IsOpen && WordsGoneAt is null;

    /// <summary>A passage of a text, with the first voice for it: its holder's own.</summary>
    public static Claim Mark(
        Guid article,
        (string Country, string Topic, string Language) about,
        string passage,
        Voice first,
        DateTimeOffset now
    )
    {
        var claim = new Claim(article, about, passage, now) { HolderId = first.MemberId };
        claim._voices.Add(first.On(claim.Id));
        claim.Raise(new ClaimMade(claim.Id, article, claim.Country, claim.Topic));
        return claim;
    }

    /// <summary>Says for oneself whether it is so; whoever spoke before says it anew.</summary>
    /// <param name="isHeld">Whether its holder is still a member somewhere: whoever has left leaves a number that leads to nobody.</param>
    public Refusal? Hear(Voice voice, bool isHeld = true)
    {
        if (!IsOpen)
            return new Refusal("This is no longer claimed. See what took its place.");
        if (WordsGoneAt is not null)
            return new Refusal("The text says something else now. Stand for the words that are there today.");
        if (voice is { IsFor: false, Reason.Length: 0 })
            return new Refusal("Say what is different, so that others can learn from it.", nameof(Voice.Reason));
        if (voice.MemberId == HolderId && !voice.IsFor)
            return new Refusal("You stand for this yourself. Take it back instead.");
        _voices.RemoveAll(v => v.MemberId == voice.MemberId);
        _voices.Add(voice.On(Id));
        // Whoever confirms what nobody holds any more holds it from now on.
        if (voice.IsFor && (HolderId is null || !isHeld))
            HolderId = voice.MemberId;
        Raise(voice.IsFor ? new ClaimConfirmed(Id, Country, Topic) : new ClaimDisputed(Id, Country, Topic));
        return null;
    }

    public Refusal? Withdraw(Guid by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new Refusal("This is no longer claimed. See what took its place.");
        if (by != HolderId)
            return new Refusal("Only the one who stands for it takes it back.") { Kind = RefusalKind.NotYours };
        (WithdrawnAt, OpenKey) = (now, null);
        Raise(new ClaimWithdrawn(Id, Country, Topic));
        return null;
    }

    /// <summary>Keeps up with the text: what nobody reads any more counts for nothing until it is written again.</summary>
    public void Follow(bool wordsStand, DateTimeOffset now)
    {
        if (!IsOpen)
            return;
        ComparedAt ??= now;
        if (wordsStand == (WordsGoneAt is null))
            return;
        WordsGoneAt = wordsStand ? null : now;
        Raise(wordsStand ? new ClaimWordsBack(Id, Country, Topic) : new ClaimWordsGone(Id, Country, Topic));
    }

    public Refusal? GiveWayTo(Claim successor)
    {
        if (!IsOpen)
            return new Refusal("This is no longer claimed. See what took its place.");
        (SuccessorId, OpenKey) = (successor.Id, null);
        Raise(new ClaimSuperseded(Id, Country, Topic));
        return null;
    }
}

/// <summary>What one person says about a claim.</summary>
public sealed class Voice : Entity
{
    private Voice() { }

    public Voice(Guid member, bool isFor, Standing standing, (string Reason, bool ShowsName) said, DateTimeOffset now)
    {
        (MemberId, IsFor, At) = (member, isFor, now);
        (Basis, FromYear, UntilYear, Place, LastYear) = standing;
        (Reason, ShowsName) = said;
    }

    public Guid ClaimId { get; private set; }

    /// <summary>Null when they have left: the voice counts on, without the name.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>True when it is so, false when it is not.</summary>
    public bool IsFor { get; private set; }

    public Basis Basis { get; private set; }

    public int? FromYear { get; private set; }

    public int? UntilYear { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>The last year in which they saw it for themselves: from here it ages.</summary>
    public int LastYear { get; private set; }

    /// <summary>What is different, or what to add.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether they sign with their name; otherwise "a member who traded there 2005–2014".</summary>
    public bool ShowsName { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal Voice On(Guid claim)
    {
        ClaimId = claim;
        return this;
    }
}

public sealed record ClaimMade(Guid ClaimId, Guid ArticleId, string Country, string Topic);

public sealed record ClaimConfirmed(Guid ClaimId, string Country, string Topic);

public sealed record ClaimDisputed(Guid ClaimId, string Country, string Topic);

public sealed record ClaimWithdrawn(Guid ClaimId, string Country, string Topic);

/// <summary>Somebody changed the words in the text.</summary>
public sealed record ClaimWordsGone(Guid ClaimId, string Country, string Topic);

public sealed record ClaimWordsBack(Guid ClaimId, string Country, string Topic);

public sealed record ClaimSuperseded(Guid ClaimId, string Country, string Topic);
