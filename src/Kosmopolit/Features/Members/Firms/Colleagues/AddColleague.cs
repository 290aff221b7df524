using System.ComponentModel.DataAnnotations;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>Who is to have which part in a firm.</summary>
public sealed class ColleagueInput
{
    /// <summary>Address of the person's page, or its last part.</summary>
    [Required(ErrorMessage = "Write the address of the person’s page.")]
    [PlainText(300)]
    public string? Person { get; set; }

    /// <summary>One of <see cref="FirmRole.All"/>.</summary>
    public string? As { get; set; }
}

/// <summary>Names somebody for a part in a firm, or to take it over; the person confirms before anything changes.</summary>
public sealed class AddColleague(KosmopolitDb db, Me me, MyFirm firms, TimeProvider clock)
{
    public async Task<Refusal?> Run(ColleagueInput input, Guid id, bool takesOver = false, CancellationToken ct = default)
    {
        if (await firms.Load(id, ct) is not { } firm)
            return MyFirm.Gone;
        if (!me.CanAddPeople(firm))
            return new Refusal("Only an owner, partner or manager adds people.") { Kind = RefusalKind.NotYours };
        var role = takesOver ? firm.PartOf(me.MemberId)!.Role : input.As;
        if (!FirmRole.All.Contains(role))
            return new Refusal("Choose what the person is in the firm.", nameof(input.As));
        var slug = SlugOf(input.Person);
        var person = await db.Members.Where(m => m.Slug == slug).VisibleTo(me).Select(s => (Guid?)s.Member.Id).SingleOrDefaultAsync(ct);
        if (person is not { } member || member == me.MemberId)
            return new Refusal("We find nobody else at this address. Open the person’s page and copy its address.", nameof(input.Person));
        if (firm.PartOf(member)?.Role == role && !takesOver)
            return new Refusal("This person has this part already.", nameof(input.Person));
        var kind = takesOver ? RequestKind.TakesOver : RequestKind.Invited;
        db.Add(new FirmRequest(id, member, kind, role!, me.MemberId!.Value, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("A question to this person, or from them, waits for an answer already.", nameof(input.Person));
        }
    }

    private static string SlugOf(string? typed) => PlainText.Clean(typed).Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
}
