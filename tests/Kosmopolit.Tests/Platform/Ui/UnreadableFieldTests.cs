using System.Net;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>What cannot be put into a number at all is met in the reader's language, once.</summary>
[UsesDatabase]
public sealed class UnreadableFieldTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData("")]
    [InlineData("twenty")]
    public async Task A_box_without_a_number_says_so(string written)
    {
        var now = village.House.Clock.GetUtcNow();
        var account = new Account($"m{written.Length}@example.org", "en", now);
        await village.House.Store(account, new Mandate(account.Id, Role.ProgrammeManager, null, now, "Answers for it"));
        using var manager = await village.As(account.Email!);
        var page = await manager.Open("/networks/new?lang=ar");
        var answer = await manager.Submit(page.Form("form.form", ("Input.Name", "شبكة"), ("Input.Threshold", written)));
        answer.Is(HttpStatusCode.OK);
        // What the field asks for says more than that it could not be read.
        Assert.Equal("اختر عددًا بين 5 و500.", answer.One("#field-threshold-error").TextContent.Trim());
        Assert.DoesNotContain("is not valid for", answer.Text, StringComparison.Ordinal);
        Assert.Equal("شبكة", answer.One("[name='Input.Name']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_choice_that_is_none_says_so()
    {
        using var anna = await village.As(village.Coordinator);
        var form = (await anna.Open("/me/offer?lang=ar")).Form("form.form", ("Input.Offer", "Knows every harbour"));
        form.QuerySelector("[name='Input.Availability'] option")!.SetAttribute("value", "Never");
        form.QuerySelectorAll("[name='Input.Availability'] option").ToList().ForEach(o => o.RemoveAttribute("selected"));
        var answer = await anna.Submit(form);
        Assert.Equal("اختر واحدًا من هذه.", answer.One("#field-availability-error").TextContent.Trim());
        Assert.Contains("Knows every harbour", answer.Body, StringComparison.Ordinal);
    }
}
