using Kosmopolit.Platform;

namespace Kosmopolit.Features.Members.Joining;

/// <summary>What somebody says to those who decide.</summary>
public sealed class GreetingInput
{
    [PlainText(500)]
    public string? Message { get; set; }
}

/// <summary>What those who decide answer.</summary>
public sealed class DecisionInput
{
    public Guid Request { get; set; }

    public Decision Decision { get; set; }

    [PlainText(500)]
    public string? Reason { get; set; }
}
