using System.Net;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>A form that its page does not have any more is answered with what happened, not with a word to a developer.</summary>
[UsesDatabase]
public sealed class VanishedFormTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Whoever_was_too_late_reads_so_and_sees_what_they_wrote(string environment)
    {
        await using var village = new Village { Plan = new Plan { Environment = environment } };
        await village.InitializeAsync();
        using var anna = await village.As(village.Coordinator);
        var page = await anna.Open("/me/offer");
        var form = page.Form("form.form", ("Input.Offer", "Knows every harbour"));
        form.QuerySelector("[name=_handler]")!.SetAttribute("value", "gone");
        var answer = await anna.Submit(form);
        answer.Is(HttpStatusCode.BadRequest);
        Assert.Contains("This has changed meanwhile", answer.Text, StringComparison.Ordinal);
        Assert.Equal("/me/offer", answer.One("a.btn[href='/me/offer']").GetAttribute("href"));
        Assert.DoesNotContain("Cannot submit", answer.Text, StringComparison.Ordinal);
    }
}
