using Kosmopolit.Features.Knowledge.Gaps;
using Kosmopolit.Features.Search.Asking;
using Kosmopolit.Features.Search.Facts;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Search.Answering;

/// <summary>A question that found no person is written down as a gap and met with the nearest thing.</summary>
public sealed class Unanswered(NearestThing nearest, RecordGap gap)
{
    internal async Task<Nearest?> By(SearchQuestion question, Reading reading, Criteria criteria, Me me, CancellationToken ct)
    {
        // Whoever narrows a question down has been answered before, and finds the way back.
        if (question.After is null && (question.Text.Length == 0 || !question.HasFilter))
            await gap.Run(
                question.Country ?? reading.Codes(LeadKind.Country).FirstOrDefault(),
                question.Topic ?? reading.Codes(LeadKind.Topic).FirstOrDefault(),
                question.Language ?? reading.Codes(LeadKind.Language).FirstOrDefault(),
                ct
            );
        return nearest.To(question, reading, criteria, me);
    }
}
