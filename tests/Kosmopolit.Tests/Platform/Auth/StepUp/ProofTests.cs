using System.Net;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Auth.StepUp;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Auth.StepUp;

/// <summary>What does harm in the wrong hands asks once more who it is, and loses nothing on the way.</summary>
[UsesDatabase]
public sealed class ProofTests(Doorstep door) : IClassFixture<Doorstep>
{
    private const string NewPassword = "gurka lampa himmel sju";

    /// <summary>A page that is taken out of this list, or comes into it, is a decision.</summary>
    [Fact]
    public void These_doors_need_a_proof()
    {
        var doors = door
            .House.App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<NeedsProofAttribute>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "/admin",
                "/me/leave",
                "/me/leave/everything.zip",
                "/me/sign-in/address",
                "/me/sign-in/address/codes",
                "/me/sign-in/passkeys/new",
                "/me/sign-in/passkeys/question",
                "/me/sign-in/passkeys/{key}/remove",
                "/me/sign-in/password",
                "/me/sign-in/password/remove",
                "/me/sign-in/providers/link",
                "/me/sign-in/providers/{key}/remove",
                "/me/sign-in/sessions/everywhere",
                "/me/tokens",
            ],
            doors
        );
    }

    [Fact]
    public async Task Within_ten_minutes_of_signing_in_nothing_is_asked_and_afterwards_it_is()
    {
        await using var house = new Doorstep();
        await house.InitializeAsync();
        using var reader = await house.SignedIn(await house.Known());
        house.House.Clock.Move(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal("/me/sign-in/password", (await reader.Open("/me/sign-in/password")).Address.AbsolutePath);
        house.House.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("/me/prove", (await reader.Open("/me/sign-in/password")).Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Equal("/me/sign-in", (await reader.Open("/me/sign-in")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_file_that_needs_a_proof_leads_to_it_as_a_page_does()
    {
        using var reader = await door.SignedIn(await door.Known(), SignedInBy.Provider);
        var page = await reader.Open("/me/leave/everything.zip");
        Assert.Equal("/me/prove", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_code_by_mail_proves_and_leads_on()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email, SignedInBy.Provider);
        var page = await reader.Open("/me/sign-in/sessions/everywhere?lang=en");
        Assert.Equal("/me/prove", page.Address.AbsolutePath);
        page = await reader.Submit(page.Form());
        page = await reader.Submit(page.Form(fields: [("Input.Code", await door.CodeFor(email))]));
        Assert.Equal("/me/sign-in/sessions/everywhere", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains(nameof(IdentityProved), await door.EventsOf(await door.AccountOf(email)));
    }

    [Fact]
    public async Task A_wrong_code_does_not_prove_and_after_five_the_right_one_does_not_either()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email, SignedInBy.Provider);
        var page = await reader.Submit((await reader.Open("/me/prove?next=/me")).Form());
        var code = await door.CodeFor(email);
        for (var guess = 0; guess < 5; guess++)
        {
            page = await reader.Submit(page.Form(fields: [("Input.Code", Doorstep.OtherThan(code))]));
            Assert.Contains("not the code", page.One("[role=alert]:not([hidden])").TextContent, StringComparison.Ordinal);
        }
        page = await reader.Submit(page.Form(fields: [("Input.Code", code)]));
        Assert.Contains("Too many", page.One("[role=alert]:not([hidden])").TextContent, StringComparison.Ordinal);
        Assert.Equal("/me/prove", (await reader.Open("/me/sign-in/password")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_code_for_signing_in_proves_nothing_and_one_for_a_proof_signs_nobody_in()
    {
        var email = await door.Known();
        using var visitor = door.House.Reader();
        var entry = await visitor.Open("/sign-in");
        entry = await visitor.Submit(entry.Form(fields: [("Input.Email", email)]));
        var toSignIn = await door.CodeFor(email);
        using var reader = await door.SignedIn(email, SignedInBy.Provider);
        var page = await reader.Submit((await reader.Open("/me/prove?next=/me")).Form());
        var toProve = await door.CodeFor(email);
        Assert.NotEqual(toSignIn, toProve);

        page = await reader.Submit(page.Form(fields: [("Input.Code", toSignIn)]));
        Assert.Contains("not the code", page.One("[role=alert]:not([hidden])").TextContent, StringComparison.Ordinal);
        entry = await visitor.Submit(entry.Form(fields: [("Input.Code", toProve)]));
        Assert.Equal("/sign-in/code", entry.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_form_that_was_sent_too_late_is_not_lost()
    {
        await using var house = new Doorstep();
        await house.InitializeAsync();
        var email = await house.Known();
        using var reader = await house.SignedIn(email);
        var form = (await reader.Open("/me/sign-in/password")).Form(fields: [("Input.Password", NewPassword)]);
        house.House.Clock.Move(TimeSpan.FromMinutes(11));
        var page = (await reader.Submit(form)).Is(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(NewPassword, page.Body, StringComparison.Ordinal);
        Assert.Null((await house.AccountOf(email)).PasswordHash);

        page = (await reader.Submit(page.Form())).Is(HttpStatusCode.OK);
        Assert.Empty(await house.MailsTo(email));
        page = await reader.Submit(page.Form());
        page = await reader.Submit(page.Form(fields: [("Input.Code", await house.CodeFor(email))]));
        Assert.Contains("Send it now", page.Text, StringComparison.Ordinal);
        page = await reader.Submit(page.Form());
        Assert.Equal("/me/sign-in", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.NotNull((await house.AccountOf(email)).PasswordHash);
    }

    [Fact]
    public async Task A_form_that_another_session_kept_is_not_opened()
    {
        await using var house = new Doorstep();
        await house.InitializeAsync();
        using var thief = await house.SignedIn(await house.Known());
        var form = (await thief.Open("/me/sign-in/password")).Form(fields: [("Input.Password", NewPassword)]);
        house.House.Clock.Move(TimeSpan.FromMinutes(11));
        var kept = (await thief.Submit(form)).One("input[name='Input.Kept']").GetAttribute("value")!;

        var email = await house.Known();
        using var victim = await house.SignedIn(email, SignedInBy.Provider);
        var page = await victim.Submit((await victim.Open("/me/prove?next=/about")).Form());
        page = await victim.Submit(page.Form(fields: [("Input.Code", await house.CodeFor(email)), ("Input.Kept", kept)]));
        Assert.Equal("/about", page.Address.AbsolutePath);
        Assert.DoesNotContain(NewPassword, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_on_leads_nowhere_outside()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email, SignedInBy.Provider);
        var page = await reader.Submit((await reader.Open("/me/prove?next=//evil.example/")).Form());
        page = await reader.Submit(page.Form(fields: [("Input.Code", await door.CodeFor(email))]));
        Assert.Equal((door.House.Address.Authority, "/me/sign-in"), (page.Address.Authority, page.Address.AbsolutePath));
    }
}
