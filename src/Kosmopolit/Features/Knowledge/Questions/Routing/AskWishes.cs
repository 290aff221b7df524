using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>How a member wants to be asked: how often, when not, and how soon by mail. Shown to its owner alone.</summary>
public sealed class AskWishes : Entity, IRevised
{
    private AskWishes() { }

    public AskWishes(Guid member) => MemberId = member;

    public Guid MemberId { get; private set; }

    /// <summary>From 0, never asked, to <see cref="Ask.MostAWeek"/>.</summary>
    public int PerWeek { get; private set; } = Ask.MostAWeek;

    public Pace Pace { get; private set; } = Pace.AtOnce;

    /// <summary>No mail from this hour …</summary>
    public int QuietFrom { get; private set; } = 20;

    /// <summary>… until this one, by the clocks in Sweden; equal for no quiet at all.</summary>
    public int QuietUntil { get; private set; } = 7;

    /// <summary>First day away; null when no holiday is planned.</summary>
    public DateOnly? AwayFrom { get; private set; }

    public DateOnly? AwayUntil { get; private set; }

    public int Revision { get; set; }

    public Refusal? Wish(WishesInput input)
    {
        var (from, until) = (SwedishTime.ReadDay(input.AwayFrom), SwedishTime.ReadDay(input.AwayUntil));
        if (input.PerWeek is < 0 or > Ask.MostAWeek)
            return new Refusal("Choose from the list.", nameof(input.PerWeek));
        if (input.QuietFrom is < 0 or > 23 || input.QuietUntil is < 0 or > 23)
            return new Refusal("Choose from the list.", nameof(input.QuietFrom));
        if (from > until || (until is not null && from is null))
            return new Refusal("The last day away cannot be before the first.", nameof(input.AwayUntil));
        (PerWeek, Pace, QuietFrom, QuietUntil) = (input.PerWeek, input.Pace, input.QuietFrom, input.QuietUntil);
        (AwayFrom, AwayUntil) = (from, until);
        return null;
    }

    public void NoMail() => Pace = Pace.Never;

    public void MailAgain() => Pace = Pace is Pace.Never or Pace.Silent ? Pace.AtOnce : Pace;

    public bool IsAway(DateOnly day) => AwayFrom <= day && (AwayUntil ?? AwayFrom) >= day;

    /// <summary>When a mail may go out that is ready now; null when none is wanted.</summary>
    public DateTimeOffset? MailDue(DateTimeOffset now)
    {
        var due = Pace switch
        {
            Pace.AtOnce => now,
            Pace.Daily => NextSeven(SwedishTime.Today(now), 1, now),
            Pace.Weekly => NextSeven(Monday(SwedishTime.Today(now)), 7, now),
            _ => (DateTimeOffset?)null,
        };
        return due is { } at ? AfterQuiet(at) : null;
    }

    private DateTimeOffset AfterQuiet(DateTimeOffset at)
    {
        var wall = SwedishTime.Of(at);
        var day = DateOnly.FromDateTime(wall.DateTime);
        var overNight = QuietFrom > QuietUntil;
        var quiet = overNight ? wall.Hour >= QuietFrom || wall.Hour < QuietUntil : wall.Hour >= QuietFrom && wall.Hour < QuietUntil;
        if (!quiet)
            return at;
        return SwedishTime.Leniently(overNight && wall.Hour >= QuietFrom ? day.AddDays(1) : day, new TimeOnly(QuietUntil, 0));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTimeOffset NextSeven(DateOnly from, int days, DateTimeOffset now)
    {
        var at = SwedishTime.Leniently(from, new TimeOnly(7, 0));
        return at > now ? at : SwedishTime.Leniently(from.AddDays(days), new TimeOnly(7, 0));
    }
}

internal sealed class AskWishesMapping : IEntityTypeConfiguration<AskWishes>
{
    public void Configure(EntityTypeBuilder<AskWishes> builder)
    {
        builder.ToTable("AskWishes");
        builder.HasOne<Member>().WithOne().HasForeignKey<AskWishes>(w => w.MemberId);
        builder.HasIndex(w => w.MemberId).IsUnique();
    }
}

/// <summary>The wishes as they are written down.</summary>
public sealed class WishesInput
{
    public int PerWeek { get; set; } = Ask.MostAWeek;

    [EnumDataType(typeof(Pace), ErrorMessage = "Choose from the list.")]
    public Pace Pace { get; set; } = Pace.AtOnce;

    public int QuietFrom { get; set; } = 20;

    public int QuietUntil { get; set; } = 7;

    /// <summary><c>yyyy-MM-dd</c> or empty.</summary>
    [StringLength(10)]
    public string? AwayFrom { get; set; }

    [StringLength(10)]
    public string? AwayUntil { get; set; }
}

/// <summary>A member says how they want to be asked.</summary>
public sealed class ChooseAskWishes(KosmopolitDb db, Me me)
{
    public async Task<AskWishes?> Mine(CancellationToken ct = default) =>
        await db.Set<AskWishes>().AsNoTracking().SingleOrDefaultAsync(w => w.MemberId == me.MemberId, ct);

    public async Task<Refusal?> Run(WishesInput input, CancellationToken ct = default)
    {
        if (me.MemberId is not { } self)
            return new Refusal("This is no longer here.") { Kind = RefusalKind.Gone };
        var wishes = await db.Set<AskWishes>().SingleOrDefaultAsync(w => w.MemberId == self, ct);
        if (wishes is null)
            db.Add(wishes = new AskWishes(self));
        return wishes.Wish(input) is { } refusal ? refusal : await db.Save(QuestionRaces.Meanwhile, ct);
    }
}
