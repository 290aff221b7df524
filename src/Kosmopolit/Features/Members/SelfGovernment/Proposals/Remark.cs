using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.SelfGovernment.Proposals;

/// <summary>What a member says about a proposal, or in answer to such a remark: one level deep, so that a phone shows it.</summary>
public sealed class Remark : Entity
{
    private readonly List<RemarkVersion> _versions = [];

    private Remark() { }

    /// <param name="answers">The remark it answers; null when it speaks of the proposal itself.</param>
    public Remark(Proposal proposal, Guid author, Guid? answers, string text, DateTimeOffset now)
    {
        (ProposalId, AuthorId, AnswersId, SaidAt) = (proposal.Id, author, answers, now);
        Put(text, now);
        Raise(new RemarkMade(Id, ProposalId, proposal.NetworkId));
    }

    public Guid ProposalId { get; private set; }

    public Guid AuthorId { get; private set; }

    public Guid? AnswersId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset SaidAt { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public IReadOnlyList<RemarkVersion> Versions => _versions;

    public Refusal? Change(string text, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return new Refusal("This remark was taken back.");
        if (text == Text)
            return null;
        Put(text, now);
        ChangedAt = now;
        return null;
    }

    /// <summary>The words go; that something was said stays, so that answers to it make sense.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        (WithdrawnAt, Text) = (now, "");
        _versions.Clear();
    }

    private void Put(string text, DateTimeOffset now)
    {
        Text = text;
        _versions.Add(new RemarkVersion(Id, _versions.Count + 1, text, now));
    }
}

/// <summary>A remark's words as they were at a time.</summary>
public sealed class RemarkVersion : Entity
{
    private RemarkVersion() { }

    public RemarkVersion(Guid remark, int number, string text, DateTimeOffset now) =>
        (RemarkId, Number, Text, At) = (remark, number, text, now);

    public Guid RemarkId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

public sealed record RemarkMade(Guid RemarkId, Guid ProposalId, Guid NetworkId);
