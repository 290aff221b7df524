namespace Kosmopolit.Platform.Api;

/// <summary>Says in the description of the interface how a verb may answer, in one word each.</summary>
public static class Described
{
    /// <summary>A name for programs, a sentence for people, and the heading it stands under.</summary>
    public static RouteHandlerBuilder As(this RouteHandlerBuilder verb, string tag, string name, string summary) =>
        verb.WithTags(tag).WithName(name).WithSummary(summary);

    /// <summary>The answer when all is well.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder verb, int status = StatusCodes.Status200OK) =>
        verb.Produces<T>(status);

    /// <summary>Statuses of <see cref="Problem"/> that this verb may answer with.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder verb, params int[] statuses)
    {
        foreach (var status in statuses)
            verb.Produces<Problem>(status, Problem.MediaType);
        return verb;
    }

    /// <summary>A page of its own: not there means 404.</summary>
    public static RouteHandlerBuilder OrNotHere(this RouteHandlerBuilder verb) => verb.Refuses(404);

    /// <summary>Only for the signed-in.</summary>
    public static RouteHandlerBuilder ForMembers(this RouteHandlerBuilder verb) => verb.Refuses(401, 404);

    /// <summary>A change without a body.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder verb) => verb.ForMembers().Refuses(403);

    /// <summary>A change with a body that may be refused.</summary>
    public static RouteHandlerBuilder Writes(this RouteHandlerBuilder verb) => verb.Changes().Refuses(400, 415, 422);

    /// <summary>A change of something stored: which version is said in If-Match.</summary>
    public static RouteHandlerBuilder Guarded(this RouteHandlerBuilder verb) => verb.Refuses(412, 428).WithMetadata(new NeedsVersion());
}

/// <summary>Marks verbs that want the header If-Match.</summary>
public sealed record NeedsVersion;

/// <summary>Marks answers that carry an ETag.</summary>
public sealed record HasVersion;
