namespace Kosmopolit.Features.Activities;

// Numbers only: what was written, and for whom, stands in the rows.

public sealed record ActivityProposed(Guid ActivityId);

/// <summary>Its words, time or people are others.</summary>
public sealed record ActivityChanged(Guid ActivityId);

/// <summary>It came into another state.</summary>
public sealed record ActivityTurned(Guid ActivityId, ActivityState State);

/// <summary>Nobody organises it any more.</summary>
public sealed record ActivityOrphaned(Guid ActivityId);

public sealed record ActivityRemarked(Guid RemarkId, Guid ActivityId);

public sealed record SignedUp(Guid SignUpId, Guid ActivityId);

public sealed record SignedOff(Guid SignUpId, Guid ActivityId);
