namespace Kosmopolit.Platform.Auth.StepUp;

/// <summary>
/// Marks a page or an endpoint whose verbs do harm in the wrong hands: it opens only to somebody who proved a short while
/// ago, in this browser, that they are the account's owner. On a page it covers looking as well as sending:
/// <c>@attribute [NeedsProof]</c>; on an endpoint: <c>.WithMetadata(new NeedsProofAttribute())</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsProofAttribute : Attribute;
