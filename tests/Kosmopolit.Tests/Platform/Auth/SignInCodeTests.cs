using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Auth;

public sealed class SignInCodeTests
{
    private static readonly DateTimeOffset Now = MovableClock.Morning;

    [Fact]
    public void The_right_code_opens_once()
    {
        var (row, code) = SignInCode.Issue("a@example.org", Now);
        Assert.Null(row.Redeem(code, Now));
        Assert.Contains("used already", Refused(row, code, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_code_does_not_open_and_spends_a_guess()
    {
        var (row, code) = SignInCode.Issue("a@example.org", Now);
        Assert.Contains("not the code", Refused(row, Other(code), Now), StringComparison.Ordinal);
        Assert.Equal(1, row.Guesses);
        Assert.Null(row.Redeem(code, Now));
    }

    [Fact]
    public void After_five_wrong_guesses_the_right_code_does_not_open_either()
    {
        var (row, code) = SignInCode.Issue("a@example.org", Now);
        for (var guess = 0; guess < 5; guess++)
            Assert.NotNull(row.Redeem(Other(code), Now));
        Assert.Contains("Too many", Refused(row, code, Now), StringComparison.Ordinal);
        Assert.Null(row.UsedAt);
    }

    [Fact]
    public void A_code_lasts_ten_minutes_and_not_a_moment_longer()
    {
        var (row, code) = SignInCode.Issue("a@example.org", Now);
        Assert.Contains("too old", Refused(row, code, Now.AddMinutes(10)), StringComparison.Ordinal);
        Assert.Null(row.Redeem(code, Now.AddMinutes(10).AddTicks(-1)));
    }

    [Fact]
    public void The_row_does_not_hold_the_code_in_the_clear()
    {
        var (row, code) = SignInCode.Issue("A@Example.org ", Now);
        Assert.DoesNotContain(code, row.Hash, StringComparison.Ordinal);
        Assert.Equal(64, row.Hash.Length);
        Assert.Equal("A@EXAMPLE.ORG", row.NormalizedEmail);
    }

    private static string Refused(SignInCode row, string code, DateTimeOffset now) =>
        Assert.IsType<Kosmopolit.Platform.Refusal>(row.Redeem(code, now)).Text;

    private static string Other(string code) => code == "000000" ? "000001" : "000000";
}
