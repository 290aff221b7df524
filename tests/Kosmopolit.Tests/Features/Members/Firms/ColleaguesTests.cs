using System.Net;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Firms;

[UsesDatabase]
public sealed class ColleaguesTests : IAsyncLifetime
{
    private const string Number = "5599991238";
    private const string AddForm = "main form[data-keep=colleague]";
    private const string PartForm = "main form[data-keep=part]";
    private const string Yes = "button[value=Accepted]";

    private FirmTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await FirmTown.Open();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_colleague_belongs_to_the_firm_once_they_say_yes_and_choose_who_knows()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (colleague, other) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
        var asked = await Add(boss, firm, $"https://example.org/people/{colleague.Slug}?lang=ar", FirmRole.Employee);
        Assert.Contains("You asked Omar to be in the firm", asked.Text, StringComparison.Ordinal);
        Assert.Single((await _town.Stored(firm.Id)).Today);

        Assert.Contains("1 question about a firm", (await FirmTown.Opened(other, "/me")).Text, StringComparison.Ordinal);
        var question = await FirmTown.Opened(other, "/me/firms");
        Assert.Contains("Norr AB", question.Text, StringComparison.Ordinal);
        await FirmTown.Send(other, question, "main form", Yes, ("Answer.Audience", "OnlyMe"));
        var part = (await _town.Stored(firm.Id)).PartOf(colleague.Id)!;
        Assert.Equal((FirmRole.Employee, Audience.OnlyMe), (part.Role, part.Audience));
        // The second press of the same button finds nothing to decide, and leads to the page as it is.
        Assert.Contains(
            "Nothing waits for an answer",
            (await FirmTown.Send(other, question, "main form", Yes)).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await _town.Stored(firm.Id)).Today.Count());
        // Only the person chooses who knows: not even the owner is shown them by name.
        Assert.DoesNotContain("Omar", (await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/people")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_one_may_not_see_one_cannot_add()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (hidden, _) = await _town.Person("Omar", _town.South);
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
        var refused = await Add(boss, firm, hidden.Slug, FirmRole.Employee);
        Assert.Contains("find nobody else at this address", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await _town.Requests());
    }

    [Fact]
    public async Task An_employee_edits_the_firm_but_neither_adds_nor_removes_nor_raises_themselves()
    {
        var (owner, _) = await _town.Person("Nadia");
        var (employee, reader) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner), (employee, FirmRole.Employee));
        var page = await FirmTown.Opened(reader, $"/me/firms/{firm.Id}/people");
        Assert.Empty(page.Html.QuerySelectorAll("main button.danger"));
        Assert.Null(page.Html.QuerySelector(AddForm));
        var raised = await FirmTown.Send(reader, page, PartForm, null, ("Part.Role", FirmRole.Owner));
        Assert.Contains("Somebody else of the firm has to give you this part", raised.Text, StringComparison.Ordinal);
        Assert.Equal(FirmRole.Employee, (await _town.Stored(firm.Id)).PartOf(employee.Id)!.Role);

        // The same decided by the verbs, whatever a page offers.
        var stored = await _town.Stored(firm.Id);
        var me = new Me { AccountId = Guid.NewGuid(), MemberId = employee.Id };
        Assert.True(me.CanEdit(stored));
        Assert.False(me.CanAddPeople(stored));
        Assert.False(me.CanRemove(stored, stored.PartOf(owner.Id)!));
        Assert.False(me.CanClose(stored));
        Assert.True((me with { MemberId = owner.Id }).CanRemove(stored, stored.PartOf(employee.Id)!));
        Assert.False((me with { MemberId = Guid.NewGuid() }).CanEdit(stored));
    }

    [Fact]
    public async Task An_owner_ends_a_colleagues_part_and_history_stays()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (employee, reader) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner), (employee, FirmRole.Employee));
        var page = await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/people");
        await FirmTown.Send(boss, page, "main details form");
        var stored = await _town.Stored(firm.Id);
        Assert.Null(stored.PartOf(employee.Id));
        Assert.Equal(2, stored.People.Count);
        (await reader.Open($"/me/firms/{firm.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_taken_number_names_nobody_and_lets_one_ask_to_be_added()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (asker, reader) = await _town.Person("Omar", _town.South);
        var firm = await _town.Firm("Hemlig AB", (owner, FirmRole.Owner));
        await _town.House.Do(async db =>
        {
            db.Attach(firm);
            firm.Place(firm.Municipality, firm.Sector, firm.Size, new(Number, Audience.OnlyMe));
            await db.SaveChangesAsync();
        });
        var form = await FirmTown.Opened(reader, "/me/firms/new");
        var taken = await FirmTown.Send(
            reader,
            form,
            "main form",
            null,
            ("Input.Name", "Min AB"),
            ("Input.OrganisationNumber", Number),
            ("Input.Role", FirmRole.Partner)
        );
        Assert.Contains("A firm with this number is here already", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", taken.Body, StringComparison.Ordinal);
        var asked = await FirmTown.Send(reader, taken, "main form", "button[name=AskIn]");
        Assert.Equal("/me/firms", asked.Address.AbsolutePath);
        Assert.Contains("You asked to be added to a firm: A firm.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", asked.Body, StringComparison.Ordinal);
        // Sent once more: still one question.
        await FirmTown.Send(reader, taken, "main form", "button[name=AskIn]");
        Assert.Single(await _town.Requests());
        // Who asks cannot say yes themselves.
        var request = (await _town.Requests()).Single();
        await Forge(reader, "/me/firms", asked, request.Id);
        Assert.Null((await _town.Stored(firm.Id)).PartOf(asker.Id));

        var people = await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/people");
        Assert.Contains("Omar wants to be added to the firm as: partner", people.Text, StringComparison.Ordinal);
        await FirmTown.Send(boss, people, "main article form", Yes);
        var part = (await _town.Stored(firm.Id)).PartOf(asker.Id)!;
        Assert.Equal((FirmRole.Partner, Audience.OnlyMe), (part.Role, part.Audience));
    }

    [Fact]
    public async Task The_last_owner_hands_over_and_has_left_with_the_successors_yes()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (employee, reader) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner), (employee, FirmRole.Employee));
        var page = await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/leave");
        Assert.Contains("You are the last who runs this firm", page.Text, StringComparison.Ordinal);
        var asked = await FirmTown.Send(
            boss,
            page,
            "main form[data-keep=successor]",
            null,
            ("Colleague.Person", $"/people/{employee.Slug}")
        );
        asked.Is(HttpStatusCode.OK);
        Assert.NotNull((await _town.Stored(firm.Id)).PartOf(owner.Id));

        await FirmTown.Send(reader, await FirmTown.Opened(reader, "/me/firms"), "main form", Yes);
        var stored = await _town.Stored(firm.Id);
        Assert.Equal(FirmRole.Owner, stored.PartOf(employee.Id)!.Role);
        Assert.Null(stored.PartOf(owner.Id));
        (await boss.Open($"/me/firms/{firm.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_firm_is_never_left_without_anybody_to_run_it()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (second, reader) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner), (second, FirmRole.Owner));
        var (first, then) = (
            await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/leave"),
            await FirmTown.Opened(reader, $"/me/firms/{firm.Id}/leave")
        );
        Assert.Equal("/me", (await FirmTown.Send(boss, first, "main form")).Address.AbsolutePath);
        var stays = await FirmTown.Send(reader, then, "main form");
        Assert.Contains("run", stays.Text, StringComparison.Ordinal);
        Assert.NotNull((await _town.Stored(firm.Id)).PartOf(second.Id));
        var down = await FirmTown.Send(
            reader,
            await FirmTown.Opened(reader, $"/me/firms/{firm.Id}/people"),
            PartForm,
            null,
            ("Part.Role", FirmRole.Employee)
        );
        Assert.Contains("Name who takes over first", down.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_firm_is_gone_for_everybody_and_stays_in_the_figures()
    {
        var (owner, boss) = await _town.Person("Nadia");
        var (_, neighbour) = await _town.Person("Omar");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
        Assert.Contains("Norr AB", (await FirmTown.Opened(neighbour, $"/firms/{firm.Slug}")).Text, StringComparison.Ordinal);
        var page = await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/leave");
        await FirmTown.Send(boss, page, "main form:has(input[value=close])");
        foreach (var reader in new[] { boss, neighbour })
            (await reader.Open($"/firms/{firm.Slug}")).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Norr AB", (await FirmTown.Opened(boss, "/me")).Text, StringComparison.Ordinal);
        var stored = await _town.Stored(firm.Id);
        Assert.NotNull(stored.ClosedAt);
        Assert.Single(stored.People);
    }

    [Fact]
    public async Task An_offer_of_somebody_who_has_lost_their_say_is_none()
    {
        var (owner, _) = await _town.Person("Nadia");
        var (manager, _) = await _town.Person("Omar");
        var (third, reader) = await _town.Person("Li");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner));
        await _town.House.Store(new FirmRequest(firm.Id, third.Id, RequestKind.Invited, FirmRole.Owner, manager.Id, MovableClock.Morning));
        await FirmTown.Send(reader, await FirmTown.Opened(reader, "/me/firms"), "main form", Yes);
        Assert.Null((await _town.Stored(firm.Id)).PartOf(third.Id));
        Assert.Equal(Decision.None, (await _town.Requests()).Single().Decision);
    }

    [Fact]
    public async Task Whether_somebody_belongs_to_a_firm_is_theirs_to_show()
    {
        var (owner, _) = await _town.Person("Nadia", presence: Audience.Public);
        var (shy, mine) = await _town.Person("Omar", presence: Audience.Public);
        var (_, neighbour) = await _town.Person("Li");
        var firm = await _town.Firm("Norr AB", (owner, FirmRole.Owner), (shy, FirmRole.Partner));
        Assert.Contains("Omar", (await FirmTown.Opened(neighbour, $"/firms/{firm.Slug}")).Text, StringComparison.Ordinal);
        var page = await FirmTown.Opened(mine, $"/me/firms/{firm.Id}/people");
        await FirmTown.Send(mine, page, PartForm, null, ("Part.Audience", "OnlyMe"));
        var after = await FirmTown.Opened(neighbour, $"/firms/{firm.Slug}");
        Assert.DoesNotContain("Omar", after.Body, StringComparison.Ordinal);
        Assert.Contains("Nadia", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Norr AB", (await FirmTown.Opened(neighbour, $"/people/{shy.Slug}")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Add(Reader boss, Firm firm, string person, string role) =>
        await FirmTown.Send(
            boss,
            await FirmTown.Opened(boss, $"/me/firms/{firm.Id}/people"),
            AddForm,
            null,
            ("Colleague.Person", person),
            ("Colleague.As", role)
        );

    // The form of taking back, turned into a yes by hand.
    private static Task<Page> Forge(Reader reader, string address, Page page, Guid request) =>
        reader.Send(() =>
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([
                    new("_handler", $"question-{request:N}"),
                    new(
                        "__RequestVerificationToken",
                        page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                    ),
                    new("Answer.Request", request.ToString()),
                    new("Answer.Decision", "Accepted"),
                ]),
            }
        );
}
