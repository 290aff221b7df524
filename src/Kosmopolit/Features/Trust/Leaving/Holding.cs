using System.Linq.Expressions;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>What erasing does to rows that concern somebody.</summary>
public enum Fate
{
    /// <summary>The rows are deleted.</summary>
    Goes = 1,

    /// <summary>The rows stay with nobody in them.</summary>
    Emptied = 2,

    /// <summary>The rows stay as they are, with a number that leads to nobody.</summary>
    Stays = 3,
}

/// <summary>A column by which rows concern somebody: whether they take them along, and what erasing does to them.</summary>
/// <param name="Table">Short name of the entity.</param>
/// <param name="Column">The property that names the person.</param>
/// <param name="Said">What the rows are, for the person; null when they are not for taking along.</param>
/// <param name="Why">Why the rows stay, or are not taken along, for the person; null when neither.</param>
public abstract record Holding(string Table, string Column, Func<Texts, string>? Said, Fate Fate, Func<Texts, string>? Why)
{
    public bool IsExported => Said is not null;

    public abstract Type Entity { get; }

    public abstract Task<IReadOnlyList<object>> Rows(KosmopolitDb db, Whom whom, CancellationToken ct);

    public abstract Task<int> Count(KosmopolitDb db, Whom whom, CancellationToken ct);

    /// <summary>Deletes the rows at once, past the change tracker.</summary>
    public abstract Task Delete(KosmopolitDb db, Whom whom, CancellationToken ct);
}

/// <param name="Concerns">Whether a row concerns the person.</param>
public sealed record Holding<T>(
    string Column,
    Func<Whom, Expression<Func<T, bool>>> Concerns,
    Func<Texts, string>? Said,
    Fate Fate,
    Func<Texts, string>? Why = null
) : Holding(NameOf(typeof(T)), Column, Said, Fate, Why)
    where T : class
{
    public override Type Entity => typeof(T);

    public override async Task<IReadOnlyList<object>> Rows(KosmopolitDb db, Whom whom, CancellationToken ct) =>
        await Of(db, whom).AsNoTracking().ToListAsync(ct);

    public override Task<int> Count(KosmopolitDb db, Whom whom, CancellationToken ct) => Of(db, whom).CountAsync(ct);

    public override Task Delete(KosmopolitDb db, Whom whom, CancellationToken ct) => Of(db, whom).ExecuteDeleteAsync(ct);

    private IQueryable<T> Of(KosmopolitDb db, Whom whom) => db.Set<T>().Where(Concerns(whom));

    // "IdentityUserLogin`1" is "IdentityUserLogin".
    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
