using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Auth.Tokens;

/// <summary>What a program's token is to be.</summary>
public sealed class TokenInput
{
    [Display(Name = "What is it for?")]
    [Required(ErrorMessage = "Write what the token is for.")]
    [PlainText(100)]
    public string? Name { get; set; }

    public TokenScope Scope { get; set; } = TokenScope.Read;

    /// <summary>One of <see cref="MakeToken.Lifetimes"/>.</summary>
    public int Days { get; set; } = 90;
}

/// <summary>Makes a token, and takes it back.</summary>
public sealed class MakeToken(KosmopolitDb db, Me me, TimeProvider clock)
{
    /// <summary>Days for which a token may hold.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [7, 30, 90, 365];

    /// <summary>Tokens that one person may have at a time.</summary>
    public const int Most = 20;

    /// <returns>The token's secret, shown once.</returns>
    public async Task<Outcome<string>> Run(TokenInput input, CancellationToken ct = default)
    {
        if (me.AccountId is not { } account)
            return new Refusal("Sign in first.");
        var name = PlainText.Clean(input.Name);
        if (name.Length == 0)
            return new Refusal("Write what the token is for.", nameof(input.Name));
        if (!Enum.IsDefined(input.Scope))
            return new Refusal("Choose from the list.", nameof(input.Scope));
        if (!Lifetimes.Contains(input.Days))
            return new Refusal("Choose from the list.", nameof(input.Days));
        var now = clock.GetUtcNow();
        if (await Held(account, now).CountAsync(ct) >= Most)
            return new Refusal("You have {0} tokens. Take one back first.", null, Most);
        var (row, secret) = AccessToken.Make(account, name, input.Scope, now, now.AddDays(input.Days));
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>The reader's tokens that still open something, the newest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> List(CancellationToken ct = default) =>
        me.AccountId is { } account
            ? await Held(account, clock.GetUtcNow()).OrderByDescending(t => t.CreatedAt).AsNoTracking().ToListAsync(ct)
            : [];

    /// <summary>Takes a token back; what is gone already counts as done.</summary>
    public async Task Revoke(Guid id, CancellationToken ct = default)
    {
        if (await db.Set<AccessToken>().SingleOrDefaultAsync(t => t.Id == id && t.AccountId == me.AccountId, ct) is not { } row)
            return;
        row.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<AccessToken> Held(Guid account, DateTimeOffset now) =>
        db.Set<AccessToken>().Where(t => t.AccountId == account && t.RevokedAt == null && t.ExpiresAt > now);
}
