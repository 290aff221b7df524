using Kosmopolit.Features.Networks;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>The agenda in one language.</summary>
public sealed class AgendaInput
{
    [PlainText(3000)]
    public string? Text { get; set; }
}

/// <summary>Changes the agenda of one language; the others stay as they are.</summary>
public sealed class WriteAgenda(KosmopolitDb db, Me me)
{
    public async Task<Refusal?> Run(Network network, Guid id, ReaderLanguage language, AgendaInput input, CancellationToken ct = default)
    {
        if (!me.CanLead(network))
            return new Refusal("Only those who lead the network’s meetings may do this.");
        if (await db.Meeting(network, id, ct) is not { IsOpen: true } meeting)
            return new Refusal("This meeting is over or called off and cannot be changed.");
        meeting.Write(language.Tag, PlainText.CleanLines(input.Text));
        return await db.Save(new Refusal("Somebody else changed the meeting at the same moment. Look once more."), ct);
    }
}
