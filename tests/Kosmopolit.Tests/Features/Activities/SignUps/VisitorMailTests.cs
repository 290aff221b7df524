using System.Text.RegularExpressions;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Activities.SignUps;

/// <summary>Nobody keeps a visitor from signing up by writing to their address, and nobody fills their mailbox.</summary>
[UsesDatabase]
public sealed partial class VisitorMailTests : IAsyncLifetime
{
    private const string Tilde = "tilde@example.net";

    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Codes_to_the_same_address_keep_nobody_from_signing_up()
    {
        var now = _village.House.Clock.GetUtcNow();
        foreach (var _ in Enumerable.Range(0, 5))
            await _village.House.Store(new OutgoingMail(Tilde, "Your code", "1", "1", "en", now, now.AddMinutes(10)));
        var activity = await Public();
        using var visitor = _village.House.Reader();
        await SignUp(visitor, activity);
        Assert.Equal(SignUpState.Unconfirmed, Assert.Single(await _village.SignUps(activity.Id)).State);
        Assert.Matches(Link(), (await _village.MailTo(Tilde))!.Text);
    }

    [Fact]
    public async Task Each_activity_is_confirmed_by_a_mail_of_its_own_up_to_a_ceiling_for_all()
    {
        using var visitor = _village.House.Reader();
        for (var i = 0; i <= JoinAsVisitor.MostPerAddress; i++)
        {
            var activity = await Public();
            Assert.Contains("try again in an hour", (await SignUp(visitor, activity)).Text, StringComparison.Ordinal);
            Assert.Equal(i < JoinAsVisitor.MostPerAddress ? 1 : 0, (await _village.SignUps(activity.Id)).Count);
            Assert.Equal(Math.Min(i + 1, JoinAsVisitor.MostPerAddress), await Mails());
        }
        _village.House.Clock.Move(TimeSpan.FromMinutes(61));
        await SignUp(visitor, await Public());
        Assert.Equal(JoinAsVisitor.MostPerAddress + 1, await Mails());
    }

    [Fact]
    public async Task Whoever_left_comes_back_by_the_last_link_when_no_further_mail_is_written()
    {
        var activity = await Public();
        using var visitor = _village.House.Reader();
        var link = "";
        for (var i = 0; i < JoinAsVisitor.MostForOne; i++)
        {
            await SignUp(visitor, activity);
            link = Link().Match((await _village.MailTo(Tilde))!.Text).Value;
            await visitor.Submit((await visitor.Open(link)).Form());
            await visitor.Submit((await visitor.Open(link)).Form("form:has(.danger)"));
            Assert.Equal(SignUpState.Left, Assert.Single(await _village.SignUps(activity.Id)).State);
        }
        var before = await Mails();
        await SignUp(visitor, activity);
        Assert.Equal(before, await Mails());
        await visitor.Submit((await visitor.Open(link)).Form());
        Assert.Equal(SignUpState.Coming, Assert.Single(await _village.SignUps(activity.Id)).State);
    }

    private Task<Activity> Public() => _village.Planned(_berit, ActivityState.Open, a => a.Show(toEveryone: true, ""));

    private Task<int> Mails() => _village.House.Ask(db => db.Set<OutgoingMail>().CountAsync(m => m.To == Tilde));

    private static async Task<Page> SignUp(Reader visitor, Activity activity) =>
        await visitor.Submit(
            (await visitor.Open($"/activities/{activity.Id}/sign-up")).Form(
                "form[data-keep=visitor-join]",
                ("Input.Name", "Tilde"),
                ("Input.Email", Tilde)
            )
        );

    [GeneratedRegex(@"/activities/signed/\S+")]
    private static partial Regex Link();
}
