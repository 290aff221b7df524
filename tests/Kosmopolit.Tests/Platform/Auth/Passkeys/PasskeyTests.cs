using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Passkeys;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Auth.Passkeys;

/// <summary>
/// Passkeys by the letters of the standard, with a key made in software; a real browser's key is used by the journeys.
/// </summary>
[UsesDatabase]
public sealed class PasskeyTests(Doorstep door) : IClassFixture<Doorstep>
{
    private const string NewForm = "main form[data-passkey=create]";
    private const string EntryForm = "main form[data-passkey=get]";

    [Fact]
    public async Task A_passkey_is_made_named_used_without_a_name_renamed_and_removed()
    {
        var email = await door.Known();
        using var key = Key();
        using var reader = await door.SignedIn(email);
        var page = await Make(reader, key, "Min telefon");
        Assert.Equal("/me/sign-in", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains("Min telefon", page.Text, StringComparison.Ordinal);
        Assert.Contains("not used yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Min telefon", (await door.MailsTo(email))[0].Text, StringComparison.Ordinal);

        using var phone = door.House.Reader();
        Assert.Equal("/me", (await Enter(phone, key)).Is(HttpStatusCode.OK).Address.AbsolutePath);
        page = await phone.Open("/me/sign-in");
        Assert.Contains("last used today", page.Text, StringComparison.Ordinal);
        Assert.Contains(email, page.Text, StringComparison.Ordinal);

        var rename = await phone.Open(
            page.Links().Single(l => l.StartsWith("/me/sign-in/passkeys/", StringComparison.Ordinal) && IsRename(l))
        );
        page = await phone.Submit(rename.Form(fields: [("Input.Name", "هاتفي")]));
        Assert.Contains("هاتفي", page.Text, StringComparison.Ordinal);
        page = await phone.Open(page.Links().Single(l => l.EndsWith("/remove", StringComparison.Ordinal)));
        page = await phone.Submit(page.Form());
        Assert.DoesNotContain("هاتفي", page.Text, StringComparison.Ordinal);
        using var late = door.House.Reader();
        Assert.Contains("not taken", (await Enter(late, key)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(AuthRoom.SessionCookie, late.Cookies.Keys);
        var events = await door.EventsOf(await door.AccountOf(email));
        Assert.Subset(events.ToHashSet(), new HashSet<string> { nameof(PasskeyAdded), nameof(PasskeyRenamed), nameof(PasskeyRemoved) });
    }

    [Fact]
    public async Task The_question_names_nobody_and_is_answered_once()
    {
        using var key = Key();
        using (var owner = await door.SignedIn(await door.Known()))
            await Make(owner, key, "a");
        using var reader = door.House.Reader();
        var page = await reader.Open("/sign-in");
        var question = await Ask(reader, page.Form(EntryForm));
        Assert.Empty(question.GetProperty("allowCredentials").EnumerateArray());
        var answer = key.Answer(question);
        using var thief = door.House.Reader();
        Assert.Contains("not taken", (await Send(thief, await thief.Open("/sign-in"), answer)).Text, StringComparison.Ordinal);
        Assert.Equal("/me", (await Send(reader, page, answer)).Address.AbsolutePath);
        await reader.Submit((await reader.Open("/sign-out")).Form());
        Assert.Contains("not taken", (await Send(reader, await reader.Open("/sign-in"), answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_from_another_site_without_a_finger_or_from_another_key_are_refused()
    {
        var email = await door.Known();
        using var key = Key();
        using (var owner = await door.SignedIn(email))
            await Make(owner, key, "a");
        using var reader = door.House.Reader();
        key.Origin = "https://evil.example";
        Assert.Contains("not taken", (await Enter(reader, key)).Text, StringComparison.Ordinal);
        key.Origin = Origin;
        using var stranger = Key();
        stranger.Owner = key.Owner;
        Assert.Contains("not taken", (await Enter(reader, stranger)).Text, StringComparison.Ordinal);
        key.Owner = (await door.AccountOf(await door.Known())).Id.ToByteArray();
        Assert.Contains("not taken", (await Enter(reader, key)).Text, StringComparison.Ordinal);

        using var careless = new SoftKey(Origin) { Verifies = false };
        using var second = await door.SignedIn(email);
        Assert.Contains("could not be made", (await Make(second, careless, "b")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_key_is_noticed_by_its_counter()
    {
        using var key = Key();
        using (var owner = await door.SignedIn(await door.Known()))
            await Make(owner, key, "a");
        key.Count = 10;
        using var reader = door.House.Reader();
        Assert.Equal("/me", (await Enter(reader, key)).Address.AbsolutePath);
        key.Count = 3;
        using var copy = door.House.Reader();
        Assert.Contains("not taken", (await Enter(copy, key)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_proves_its_owner_and_nobody_else()
    {
        var email = await door.Known();
        using var key = Key();
        using (var owner = await door.SignedIn(email))
            await Make(owner, key, "a");
        using var foreign = Key();
        using (var other = await door.SignedIn(await door.Known()))
            await Make(other, foreign, "b");
        using var reader = await door.SignedIn(email, SignedInBy.Provider);
        var page = await reader.Open("/me/sign-in/password");
        page = await Send(reader, page, foreign.Answer(await Ask(reader, page.Form(EntryForm))), "Input.Credential");
        Assert.Contains("not taken", page.Text, StringComparison.Ordinal);
        page = await Send(reader, page, key.Answer(await Ask(reader, page.Form(EntryForm))), "Input.Credential");
        Assert.Equal("/me/sign-in/password", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task Nobody_sees_renames_or_removes_the_passkey_of_another()
    {
        using var key = Key();
        var email = await door.Known();
        using var owner = await door.SignedIn(email);
        var page = await Make(owner, key, "mine alone");
        var links = page.Links()
            .Where(l => l.StartsWith("/me/sign-in/passkeys/", StringComparison.Ordinal) && !l.EndsWith("/new", StringComparison.Ordinal));
        using var other = await door.SignedIn(await door.Known());
        foreach (var link in links)
            (await other.Open(link)).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain("mine alone", (await other.Open("/me/sign-in")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_one_needs_a_name_a_key_and_a_proof()
    {
        using var key = Key();
        using var reader = await door.SignedIn(await door.Known());
        Assert.Contains("Give it a name", (await Make(reader, key, " ")).Text, StringComparison.Ordinal);
        var page = await reader.Open("/me/sign-in/passkeys/new");
        Assert.Contains(
            "No passkey was made",
            (await reader.Submit(page.Form(NewForm, ("Input.Name", "x")))).One(".refusal:not([hidden])").TextContent,
            StringComparison.Ordinal
        );
        using var unproved = await door.SignedIn(await door.Known(), SignedInBy.Provider);
        var token = page.Form(NewForm);
        Assert.Equal("/me/prove", (await unproved.Open("/me/sign-in/passkeys/new")).Address.AbsolutePath);
        Assert.NotEqual(HttpStatusCode.OK, (await Question(unproved, token, "/me/sign-in/passkeys/question")).Status);
    }

    [Fact]
    public async Task Without_script_the_page_says_so_and_offers_the_code()
    {
        using var reader = door.House.Reader();
        var page = await reader.Open("/sign-in");
        Assert.True(((IHtmlElement)page.One(EntryForm)).IsHidden);
        Assert.Contains("need JavaScript", page.One("noscript").InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main form:not([hidden]) input[type=email][autocomplete='username webauthn']"));
        Assert.True(page.One(EntryForm).HasAttribute("data-in-field"));
    }

    private string Origin => door.House.Address.GetLeftPart(UriPartial.Authority);

    private SoftKey Key() => new(Origin);

    private static bool IsRename(string link) =>
        !link.EndsWith("/remove", StringComparison.Ordinal) && !link.EndsWith("/new", StringComparison.Ordinal);

    private async Task<Page> Make(Reader reader, SoftKey key, string name)
    {
        var page = await reader.Open("/me/sign-in/passkeys/new");
        var form = page.Form(NewForm, ("Input.Name", name));
        var question = await Question(reader, form, "/me/sign-in/passkeys/question");
        return await Send(reader, page, key.Make(Read(question)), "Input.Credential", NewForm);
    }

    private async Task<Page> Enter(Reader reader, SoftKey key)
    {
        var page = await reader.Open("/sign-in");
        return await Send(reader, page, key.Answer(await Ask(reader, page.Form(EntryForm))));
    }

    private static async Task<JsonElement> Ask(Reader reader, IHtmlFormElement form) =>
        Read(await Question(reader, form, form.GetAttribute("data-question")!));

    private static JsonElement Read(Page question) => JsonDocument.Parse(question.Is(HttpStatusCode.OK).Bytes).RootElement;

    private static Task<Page> Question(Reader reader, IHtmlFormElement form, string address)
    {
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return reader.Once(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
            }
        );
    }

    // A browser tells the origin with every form that it posts.
    private async Task<Page> Send(Reader reader, Page page, string credential, string field = "Credential", string selector = EntryForm)
    {
        var fields = page.Form(selector)
            .QuerySelectorAll("input[name]")
            .OfType<IHtmlInputElement>()
            .Select(i => KeyValuePair.Create(i.Name!, i.Name == field ? credential : i.Value))
            .ToList();
        return await reader.Send(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Origin", Origin);
            return request;
        });
    }
}
