using Kosmopolit.Platform.Language;

namespace Kosmopolit.Platform.Auth.Sessions;

/// <summary>How sessions are put into words.</summary>
public static class SessionWording
{
    public static string Device(Session session, Texts t) =>
        session.Device.Length > 0 ? session.Device : t["A browser that does not tell its name"];

    public static string By(SignedInBy by, Texts t) =>
        by switch
        {
            SignedInBy.Code => t["with a code by mail"],
            SignedInBy.Passkey => t["with a passkey"],
            SignedInBy.Password => t["with the password"],
            SignedInBy.Provider => t["through another service"],
            SignedInBy.Setup => t["when the installation was made"],
            _ => t["as a person of the demonstration"],
        };

    /// <summary>A day as one says it: today, yesterday, or its date.</summary>
    public static string Day(DateOnly day, DateOnly today, Texts t) =>
        day >= today ? t["today"]
        : day == today.AddDays(-1) ? t["yesterday"]
        : day.ToString("d MMM yyyy", t.Language.Culture);
}
