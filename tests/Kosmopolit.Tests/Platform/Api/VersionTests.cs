using System.Text.RegularExpressions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>Two programs, or a program and a page, never overwrite each other; and refusals say where and why, in one's language.</summary>
[UsesDatabase]
public sealed partial class VersionTests(Village village) : IClassFixture<Village>
{
    private static int _people;

    private readonly string _email = $"ulla{Interlocked.Increment(ref _people)}@example.org";

    [Fact]
    public async Task The_second_of_two_changes_is_held_back_with_both_versions_and_goes_through_when_decided()
    {
        using var one = await Settled();
        using var two = await ApiClient.Of(village.House, _email);
        var seen = (await one.Get("/me/offer")).Is(200).ETag;
        Assert.Equal(seen, (await two.Get("/me/offer")).ETag);
        (await one.Send("PUT", "/me/offer", new { offer = "Tea" }, seen)).Is(200);
        var held = (await two.Send("PUT", "/me/offer", new { offer = "Coffee" }, seen)).Is(412);
        Assert.Equal("Tea", held.Json.GetProperty("stored").GetProperty("offer").GetString());
        Assert.Equal("Coffee", held.Json.GetProperty("sent").GetProperty("offer").GetString());
        Assert.Equal("Tea", (await Stored()).Offer.Value);
        (await two.Send("PUT", "/me/offer", new { offer = "Coffee" }, held.ETag)).Is(200);
        Assert.Equal("Coffee", (await Stored()).Offer.Value);
    }

    [Fact]
    public async Task A_page_that_was_open_meanwhile_shows_what_a_program_stored()
    {
        using var program = await Settled();
        using var reader = await village.As(_email);
        var form = (await reader.Open("/me/offer")).Form(fields: [("Input.Offer", "From the page")]);
        (await program.Send("PUT", "/me/offer", new { offer = "From the program" }, "*")).Is(200);
        var page = await reader.Submit(form);
        Assert.Contains("From the program", page.Text, StringComparison.Ordinal);
        Assert.Equal("From the program", (await Stored()).Offer.Value);
    }

    [Theory]
    [InlineData("en", "Write what you are called")]
    [InlineData("sv", "Skriv vad du heter")]
    public async Task A_refusal_names_the_field_in_the_readers_language(string language, string text)
    {
        using var program = await Settled();
        program.Language = language;
        var refused = (await program.Send("PUT", "/me/name", new { name = " " }, "*")).Is(422);
        Assert.Equal("application/problem+json", refused.Type);
        var error = refused.Json.GetProperty("errors")[0];
        Assert.Equal("name", error.GetProperty("field").GetString());
        Assert.StartsWith(text, error.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_named()
    {
        using var program = await Settled();
        var refused = (await program.Send("PUT", "/me/name", new { name = "Ulla", nameAudience = "everybody" }, "*")).Is(400);
        Assert.Equal("nameAudience", refused.Json.GetProperty("errors")[0].GetProperty("field").GetString());
        (await program.Send("PUT", "/me/name", new { name = "Ulla", birthplace = "Here" }, "*")).Is(400);
    }

    [Fact]
    public async Task What_needs_a_consent_is_refused_without_it_and_stored_with_its_receipt()
    {
        using var program = await Settled();
        var ties = new { country = "Kenya", basis = new[] { "familyTies" } };
        var refused = (await program.Send("POST", "/me/markets", ties)).Is(422);
        Assert.Equal("agreed", refused.Json.GetProperty("errors")[0].GetProperty("field").GetString());
        (
            await program.Send(
                "POST",
                "/me/markets",
                new
                {
                    ties.country,
                    ties.basis,
                    agreed = new[] { "familyTies" },
                }
            )
        ).Is(201);
        Assert.Equal("familyTies", (await program.Get("/me/consents")).Is(200).Json[0].GetProperty("purpose").GetString());
    }

    [Fact]
    public async Task A_name_that_several_countries_share_is_refused_with_their_names()
    {
        using var program = await Settled();
        var refused = (await program.Send("POST", "/me/markets", new { country = "Korea", basis = new[] { "lived" } })).Is(422);
        var error = refused.Json.GetProperty("errors")[0];
        Assert.Equal("country", error.GetProperty("field").GetString());
        Assert.Contains("South Korea", error.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("North Korea", error.GetProperty("text").GetString(), StringComparison.Ordinal);
        (await program.Send("POST", "/me/markets", new { country = "KR", basis = new[] { "lived" } })).Is(201);
    }

    [Fact]
    public async Task A_personal_number_reaches_neither_the_database_nor_the_answer()
    {
        using var program = await Settled();
        var reply = await program.Send(
            "POST",
            "/me/firms",
            new
            {
                name = "Ullas",
                organisationNumber = "19811218-9876",
                role = "owner",
            }
        );
        reply.Is(201);
        // The key of the firm is drawn by lot and may hold any digits.
        Assert.DoesNotContain("9876", Guids().Replace(reply.Text, ""), StringComparison.Ordinal);
        var wrong = await program.Send(
            "POST",
            "/me/firms",
            new
            {
                name = "",
                organisationNumber = "19811218-9876",
                role = "owner",
            }
        );
        Assert.DoesNotContain("9876", Guids().Replace(wrong.Is(422).Text, ""), StringComparison.Ordinal);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    private async Task<ApiClient> Settled()
    {
        await village.Settle(_email, "Ulla", village.Home);
        return await ApiClient.Of(village.House, _email);
    }

    private Task<Member> Stored() =>
        village.House.Ask(async db =>
        {
            var account = await db.Users.Where(a => a.Email == _email).Select(a => (Guid?)a.Id).SingleAsync();
            return await db.Set<Member>().SingleAsync(m => m.AccountId == account);
        });
}
