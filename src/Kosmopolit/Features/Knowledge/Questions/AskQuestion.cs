using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Knowledge.Questions;

/// <summary>A question as it is written down.</summary>
public sealed class AskInput
{
    /// <summary>ISO 3166-1 alpha-2, the code of a former state, or empty.</summary>
    [StringLength(12)]
    public string? Country { get; set; }

    /// <summary>Key of a topic, or empty.</summary>
    [StringLength(20)]
    public string? Topic { get; set; }

    /// <summary>BCP 47 tag of the language it is written in.</summary>
    [StringLength(35)]
    public string? Language { get; set; }

    [Required(ErrorMessage = "Write your question in one line.")]
    [PlainText(QuestionMapping.MostTitle)]
    public string? Title { get; set; }

    /// <summary>What one needs to know to answer; may be empty.</summary>
    [PlainText(QuestionMapping.MostText)]
    public string? Body { get; set; }

    [EnumDataType(typeof(Urgency), ErrorMessage = "Choose from the list.")]
    public Urgency Urgency { get; set; }

    [EnumDataType(typeof(Reach), ErrorMessage = "Choose from the list.")]
    public Reach Reach { get; set; } = Reach.Network;

    /// <summary>Slug of the network, for a question to a network; the asker's only one when left out.</summary>
    [StringLength(80)]
    public string? Network { get; set; }

    /// <summary>The member asked, as the slug or the address of their page.</summary>
    [StringLength(200)]
    public string? To { get; set; }

    /// <summary>The asker's name is not shown beside it.</summary>
    public bool Unnamed { get; set; }

    /// <summary>The words may stay, without a name, when the asker leaves.</summary>
    public bool MayStay { get; set; }

    /// <summary>When the network has no answer after three days, neighbours may be asked, who then read it.</summary>
    public bool MayGoOn { get; set; }
}

/// <summary>A member asks: everyone, a network, or one person.</summary>
public sealed class AskQuestion(KosmopolitDb db, Me me, Atlas atlas, TimeProvider clock)
{
    /// <summary>Questions of one member in a day.</summary>
    public const int MostADay = 10;

    public async Task<Outcome<Question>> Run(AskInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self || !me.CanAsk())
            return new Refusal("Members ask here. As a visitor you ask in public and confirm it by mail.") { Kind = RefusalKind.NotYours };
        var (question, refusal) = await Draft(input, ct);
        if (question is null)
            return refusal!;
        var yesterday = clock.GetUtcNow().AddDays(-1);
        if (await db.Set<Question>().CountAsync(q => q.AskerId == self && q.AskedAt > yesterday, ct) >= MostADay)
            return new Refusal("You have asked {0} questions since yesterday. Give others a day to answer.", null, MostADay);
        db.Add(question);
        await db.SaveChangesAsync(ct);
        return question;
    }

    /// <summary>The question as it would be asked; nothing is stored.</summary>
    internal async Task<Outcome<Question>> Draft(AskInput input, CancellationToken ct = default)
    {
        var (title, body) = (PlainText.Clean(input.Title), PlainText.CleanLines(input.Body));
        if (title.Length == 0)
            return new Refusal("Write your question in one line.", nameof(input.Title));
        if (MatterOf(input, atlas) is not { } matter)
            return new Refusal("Choose from the list.", nameof(input.Country));
        var (circle, refusal) = await CircleOf(input, ct);
        if (circle is null)
            return refusal!;
        var question = new Question(me.MemberId, matter, circle, clock.GetUtcNow());
        question.Word(title, body, input.Urgency);
        question.Sign(input.Unnamed, input.MayStay);
        question.GoOn(input.MayGoOn);
        return question;
    }

    /// <summary>The codes, as they are stored; null when a code stands for nothing.</summary>
    internal static Matter? MatterOf(AskInput input, Atlas atlas)
    {
        var (code, tag) = (PlainText.Clean(input.Country).ToUpperInvariant(), PlainText.Clean(input.Language));
        var country = code.Length == 0 ? "" : atlas.Country(code)?.Alpha2 ?? atlas.FormerState(code)?.Code;
        return country is null ? null : new Matter(country, KnowledgeTopics.Clean(input.Topic), atlas.Language(tag)?.Tag ?? "und");
    }

    private async Task<(Circle? Circle, Refusal? Refusal)> CircleOf(AskInput input, CancellationToken ct) =>
        input.Reach switch
        {
            Reach.Public => (new Circle(Reach.Public), null),
            Reach.NamedPerson => await Person(input, ct),
            _ => await Network(input, ct),
        };

    private async Task<(Circle?, Refusal?)> Network(AskInput input, CancellationToken ct)
    {
        var slug = PlainText.Clean(input.Network);
        var mine = await db
            .Networks.VisibleTo(me)
            .Where(n => me.Networks.Contains(n.Id) && (slug == "" || n.Slug == slug))
            .OrderBy(n => n.Name)
            .Select(n => n.Id)
            .Take(2)
            .ToListAsync(ct);
        return mine is [var network]
            ? (new Circle(Reach.Network, NetworkId: network), null)
            : (null, new Refusal("Choose one of your networks.", nameof(input.Network)));
    }

    private async Task<(Circle?, Refusal?)> Person(AskInput input, CancellationToken ct)
    {
        var slug = PlainText.Clean(input.To).Split('?')[0].TrimEnd('/').Split('/')[^1];
        var member = await db
            .Members.VisibleTo(me)
            .Where(s => s.Member.Slug == slug && s.Member.Id != me.MemberId && s.Member.AccountId != null)
            .Select(s => (Guid?)s.Member.Id)
            .SingleOrDefaultAsync(ct);
        return member is null
            ? (null, new Refusal("Paste the address of the person’s page. You can ask only people whose page you see.", nameof(input.To)))
            : (new Circle(Reach.NamedPerson, NamedId: member), null);
    }
}
