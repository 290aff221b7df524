using System.Net;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.StartUp;

[UsesDatabase]
public sealed class StatutesTests : IAsyncLifetime
{
    private StartUpTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await StartUpTown.Open();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Eleven_answers_make_swedish_statutes_that_members_change_by_hand_and_compare()
    {
        using var member = await _town.As("bo@example.org");
        var page = await member.Open("/networks/norr/statutes/edit");
        page = await member.Submit(
            page.Form(
                fields:
                [
                    ("Input.Seat", "Umeå"),
                    ("Input.Purpose", "Att dela kunskap"),
                    ("Input.Successor", "ett annat nätverk"),
                    ("Input.VotePer", "Firm"),
                ]
            )
        );
        Assert.Equal("/networks/norr/statutes", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains("Föreningen har sitt säte i Umeå.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Varje företag har en röst", page.Text, StringComparison.Ordinal);
        Assert.Contains("Each firm has one vote", page.Text, StringComparison.Ordinal);

        page = await member.Open("/networks/norr/statutes/words");
        var text = page.One("textarea[name='Input.Swedish']").TextContent.Replace("tre veckor", "fyra veckor", StringComparison.Ordinal);
        await member.Submit(page.Form(fields: [("Input.Swedish", text)]));
        var changes = await member.Open("/networks/norr/statutes/changes?from=1&to=2");
        Assert.Equal("tre", changes.Html.QuerySelector("main del")?.TextContent.Trim());
        Assert.Equal("fyra", changes.Html.QuerySelector("main ins")?.TextContent.Trim());
        Assert.Equal(2, (await _town.House.All<CharterVersion>()).Count);
        using var nobody = await _town.As(StartUpTown.Nobody);
        (await nobody.Open("/networks/norr/statutes")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told_and_nothing_is_lost()
    {
        var tries = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => _town.Try<WriteCharter>("bo@example.org", (verb, n) => verb.Run(n, StartUpTown.Charter)))
        );
        Assert.Single(tries, t => t is null);
        using var member = await _town.As("bo@example.org");
        var old = await member.Open("/networks/norr/statutes/edit");
        var newer = StartUpTown.Charter;
        newer.Seen = 1;
        await _town.Must<WriteCharter>("chen@example.org", (verb, n) => verb.Run(n, newer));
        var late = await member.Submit(old.Form(fields: [("Input.Seat", "Luleå")]));
        Assert.Contains("another version meanwhile", late.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Luleå", late.One("[name='Input.Seat']").GetAttribute("value"));
    }

    [Fact]
    public async Task Statutes_are_adopted_at_the_third_meeting_by_more_than_half_and_once()
    {
        await _town.Must<WriteCharter>("bo@example.org", (verb, n) => verb.Run(n, StartUpTown.Charter));
        var vote = new AdoptionInput { For = 9, Against = 2 };
        Assert.Contains(
            "meeting 3",
            (await _town.Try<WriteCharter>(StartUpTown.Facilitator, (verb, n) => verb.Adopt(n, 1, vote)))!.Text,
            StringComparison.Ordinal
        );
        for (var number = 1; number <= 3; number++)
            await _town.HoldMeeting(number);
        Assert.NotNull(
            await _town.Try<WriteCharter>(
                StartUpTown.Facilitator,
                (verb, n) => verb.Adopt(n, 1, new AdoptionInput { For = 4, Against = 4 })
            )
        );
        Assert.NotNull(await _town.Try<WriteCharter>("bo@example.org", (verb, n) => verb.Adopt(n, 1, vote)));
        var tries = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => _town.Try<WriteCharter>(StartUpTown.Facilitator, (verb, n) => verb.Adopt(n, 1, vote)))
        );
        Assert.Single(tries, t => t is null);
    }

    [Theory]
    [InlineData(500, 0, "12 people")]
    [InlineData(12, 1, "12 people")]
    [InlineData(1, 0, "Too few")]
    public async Task Votes_that_cannot_be_true_or_are_too_few_adopt_nothing_and_elect_nobody(int votesFor, int against, string why)
    {
        await _town.Must<WriteCharter>("bo@example.org", (verb, n) => verb.Run(n, StartUpTown.Charter));
        for (var number = 1; number <= 3; number++)
            await _town.HoldMeeting(number);
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await facilitator.Open("/networks/norr/statutes");
        page = await facilitator.Submit(page.Form("form[data-keep=adopt]", ("Input.For", $"{votesFor}"), ("Input.Against", $"{against}")));
        Assert.Contains(why, page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        Assert.Equal($"{votesFor}", page.One("[name='Input.For']").GetAttribute("value"));
        Assert.All(await _town.House.All<CharterVersion>(), c => Assert.Null(c.AdoptedAt));

        await _town.Must<WriteCharter>(StartUpTown.Facilitator, (verb, n) => verb.Adopt(n, 1, new AdoptionInput { For = 9, Against = 1 }));
        page = await facilitator.Open("/networks/norr/election");
        page = await facilitator.Submit(
            page.Form("form[data-keep=election]", ("Input.For", $"{votesFor}"), ("Input.Against", $"{against}"))
        );
        Assert.Contains(why, page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _town.House.All<Elected>());
    }

    [Fact]
    public async Task Whoever_abstains_takes_part_and_counts_on_neither_side_and_everybody_reads_how_many_they_were()
    {
        var third = await Ready();
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await Adopt(facilitator, 7, 1, 5);
        Assert.Contains("12 people", page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("5", page.One("[name='Input.Abstained']").GetAttribute("value"));
        page = await Adopt(facilitator, 0, 0, 12);
        Assert.Contains("Abstentions are not among them", page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        page = await Adopt(facilitator, 3, 2, 7);
        Assert.Contains("3 for, 2 against, 7 abstained", page.Text, StringComparison.Ordinal);

        page = await Elect(facilitator, 7, 1, 5);
        Assert.Contains("12 people", page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        page = await Elect(facilitator, 2, 2, 8);
        Assert.Contains("Blank votes are not among them", page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        page = await Elect(facilitator, 3, 1, 8);
        Assert.Contains("3 for, 1 against, 8 blank", page.Text, StringComparison.Ordinal);

        using var member = await _town.As("bo@example.org");
        var meeting = await member.Open($"/networks/norr/meetings/{third}");
        Assert.Contains("3 for, 2 against, 7 abstained", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("3 for, 1 against, 8 blank", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("More than half of the votes cast decide", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("7 abstained", (await member.Open("/networks/norr/handover/record")).Text, StringComparison.Ordinal);
        var first = (await _town.House.All<Kosmopolit.Features.Members.StartUp.Meetings.Meeting>()).Single(m => m.Number == 1);
        Assert.DoesNotContain("against", (await member.Open($"/networks/norr/meetings/{first.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_abstain_are_among_those_the_quorum_asks_for()
    {
        await Ready();
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await Adopt(facilitator, 1, 0, 0);
        Assert.Contains("Too few", page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        await Adopt(facilitator, 1, 0, 1);
        Assert.NotNull(Assert.Single(await _town.House.All<CharterVersion>()).AdoptedAt);
        page = await Elect(facilitator, 1, 0, 0);
        Assert.Contains("Too few", page.One("#field-for-error").TextContent, StringComparison.Ordinal);
        await Elect(facilitator, 1, 0, 1);
        Assert.Equal(new VoteCount(1, 0, 1), Assert.Single(await _town.House.All<Elected>()).Votes);
    }

    [Fact]
    public void Where_nobody_wrote_down_abstentions_none_are_claimed()
    {
        var t = new Kosmopolit.Platform.Language.Texts(Kosmopolit.Platform.Language.ReaderLanguage.English);
        Assert.Equal("9 for, 1 against", new VoteCount(9, 1, null).Say(t));
        Assert.Equal("9 for, 1 against", new VoteCount(9, 1, null).SayOfElection(t));
        Assert.Equal("9 for, 1 against, 0 abstained", new VoteCount(9, 1, 0).Say(t));
    }

    /// <returns>The third meeting, to which twelve came.</returns>
    private async Task<Guid> Ready()
    {
        await _town.Must<WriteCharter>("bo@example.org", (verb, n) => verb.Run(n, StartUpTown.Charter));
        await _town.HoldMeeting(1);
        await _town.HoldMeeting(2);
        return await _town.HoldMeeting(3);
    }

    private static async Task<Page> Adopt(Reader facilitator, int votesFor, int against, int abstained)
    {
        var page = await facilitator.Open("/networks/norr/statutes");
        (string, string)[] fields = [("Input.For", $"{votesFor}"), ("Input.Against", $"{against}"), ("Input.Abstained", $"{abstained}")];
        return await facilitator.Submit(page.Form("form[data-keep=adopt]", fields));
    }

    private static async Task<Page> Elect(Reader facilitator, int votesFor, int against, int blank)
    {
        var page = await facilitator.Open("/networks/norr/election");
        (string, string)[] fields = [("Input.For", $"{votesFor}"), ("Input.Against", $"{against}"), ("Input.Blank", $"{blank}")];
        return await facilitator.Submit(page.Form("form[data-keep=election]", fields));
    }

    [Fact]
    public async Task Fewer_elected_than_the_statutes_ask_for_are_not_enough_for_the_handover()
    {
        var charter = StartUpTown.Charter;
        charter.BoardLeast = 2;
        await _town.MakeReady(charter);
        Assert.NotNull(await _town.Try<HandOver>(StartUpTown.Facilitator, (verb, n) => verb.Run(n)));
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        Assert.Contains("At least 2 coordinators", (await facilitator.Open("/networks/norr/handover")).Text, StringComparison.Ordinal);
        await _town.Elect("bo@example.org");
        await _town.HandOver();
    }

    [Fact]
    public async Task What_the_network_wrote_keeps_its_own_direction_inside_the_translation()
    {
        await _town.Must<WriteCharter>("bo@example.org", (verb, n) => verb.Run(n, StartUpTown.Charter));
        using var reader = await _town.As("bo@example.org");
        var page = await reader.Open("/networks/norr/statutes?lang=ar");
        var parted = page.Html.QuerySelectorAll(".statutes[lang=ar] bdi[lang=sv][dir=auto]").Select(b => b.TextContent).ToList();
        Assert.Superset(new HashSet<string> { "Att dela kunskap", "Driver företag", "ett annat nätverk" }, parted.ToHashSet());
        Assert.Empty(page.Html.QuerySelectorAll(".statutes[lang=sv] bdi"));
    }

    [Fact]
    public async Task The_election_page_tells_everybody_chosen_from_nobody_to_choose()
    {
        for (var number = 1; number <= 3; number++)
            await _town.HoldMeeting(number);
        foreach (var email in StartUpTown.Members)
            await _town.Elect(email);
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await facilitator.Open("/networks/norr/election");
        Assert.Contains("is on the list above", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody can be chosen yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handover_page_names_each_missing_step_and_becomes_a_calm_page_with_public_figures()
    {
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        var page = await facilitator.Open("/networks/norr/handover");
        Assert.Equal(4, page.Html.QuerySelectorAll(".checks a").Length);
        Assert.Null(page.Html.QuerySelector("main form"));
        using var early = await _town.As(StartUpTown.Nobody);
        (await early.Open("/networks/norr/handover")).Is(HttpStatusCode.NotFound);

        await _town.MakeReady();
        await facilitator.SignIn(StartUpTown.Facilitator);
        page = await facilitator.Open("/networks/norr/handover");
        Assert.Empty(page.Html.QuerySelectorAll(".checks a"));
        page = await facilitator.Submit(page.Form());
        Assert.Contains("You are done", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Name of", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.Links(),
            l => l.Contains("record", StringComparison.Ordinal) || l.Contains("start-up", StringComparison.Ordinal)
        );
        (await facilitator.Open("/networks/norr/handover/record")).Is(HttpStatusCode.NotFound);
        using var member = await _town.As("bo@example.org");
        var record = (await member.Open("/networks/norr/handover/record")).Is(HttpStatusCode.OK);
        Assert.Contains("GDPR Art. 4(7)", record.Text, StringComparison.Ordinal);
        Assert.Contains($"Name of {StartUpTown.Elected}", record.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Independent, (await _town.Stored()).Stage);
    }

    [Fact]
    public async Task The_skills_map_counts_what_members_show_and_tells_outsiders_no_small_number()
    {
        await _town.HoldMeeting(1);
        using var member = await _town.As("bo@example.org");
        var theirs = await member.Open("/networks/norr/skills");
        Assert.Contains("Iraq", theirs.Text, StringComparison.Ordinal);
        Assert.Equal("6", theirs.One(".skills tbody strong").TextContent);
        using var facilitator = await _town.As(StartUpTown.Facilitator);
        Assert.Equal("6", (await facilitator.Open("/networks/norr/skills")).One(".skills tbody strong").TextContent);
        await Hide(2);
        Assert.Equal("4", (await member.Open("/networks/norr/skills")).One(".skills tbody strong").TextContent);
        Assert.DoesNotContain("Iraq", (await facilitator.Open("/networks/norr/skills")).Text, StringComparison.Ordinal);
    }

    private Task Hide(int many) =>
        _town.House.Do(async db =>
        {
            foreach (var row in db.Set<Kosmopolit.Features.Members.People.MarketKnowledge>().AsEnumerable().Take(many).ToList())
                row.ShowTo(Kosmopolit.Platform.Auth.Audience.OnlyMe);
            await db.SaveChangesAsync();
        });
}
