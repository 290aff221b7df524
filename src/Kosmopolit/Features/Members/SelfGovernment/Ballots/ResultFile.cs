using System.Text;
using Kosmopolit.Features.Members.SelfGovernment.Proposals;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.SelfGovernment.Ballots;

/// <summary>Every counted vote as a file, for whoever wants to add them up elsewhere.</summary>
public static class ResultFile
{
    public static void MapResultFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/networks/{slug}/proposals/{id:guid}/result.csv", Show);

    private static async Task<IResult> Show(string slug, Guid id, int? round, HttpContext http, KosmopolitDb db, Me me)
    {
        var ct = http.RequestAborted;
        var network = await db.Governed(me, slug, ct);
        var known = network is not null && await db.Set<Proposal>().AnyAsync(p => p.Id == id && p.NetworkId == network.Id, ct);
        if (!known || await ClosedBallot.Find(db, id, round, ct) is not { } ballot)
            return Results.NotFound();
        var services = http.RequestServices;
        var t = services.GetRequiredService<Texts>();
        var votes = await db.Set<CountedVote>().Where(v => v.BallotId == ballot.Id).OrderBy(v => v.Mark).AsNoTracking().ToListAsync(ct);
        var voters = await services.GetRequiredService<Signing>().Voters(ballot.Terms.Per, votes.Select(v => v.VoterId).OfType<Guid>(), ct);
        var candidates = await ClosedBallot.Candidates(db, ballot, ct);
        var file = new StringBuilder("\uFEFFmark,voter,choice,words\r\n");
        foreach (var vote in votes)
        {
            var words = new Slip(vote.Mark, vote.Choice).Keys.Select(k =>
                candidates.GetValueOrDefault(k) ?? GovernmentWording.Option(k, t)
            );
            string[] cells = [vote.Mark, vote.VoterId is { } voter ? voters[voter].Name : "", vote.Choice, string.Join(t[", "], words)];
            file.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{slug}-{id:N}-{ballot.Round}.csv\"";
        return Results.Text(file.ToString(), "text/csv", Encoding.UTF8);
    }

    /// <summary>Quoted, and with an apostrophe before what a spreadsheet would take for a formula.</summary>
    internal static string Cell(string value)
    {
        var safe =
            value.Length > 0 && (value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠')
                ? $"'{value}"
                : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
