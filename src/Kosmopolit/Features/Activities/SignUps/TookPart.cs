using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Activities.SignUps;

/// <summary>Who was there: those noted as present; where nobody kept a list, whoever had a seat.</summary>
public static class TookPart
{
    public static IQueryable<SignUp> WhoTookPart(this KosmopolitDb db)
    {
        var all = db.Set<SignUp>();
        return all.Where(s =>
            s.State == SignUpState.Coming && (s.AttendedAt != null || !all.Any(o => o.ActivityId == s.ActivityId && o.AttendedAt != null))
        );
    }
}
