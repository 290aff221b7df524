using Kosmopolit.Platform.Clock;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.StartUp.Meetings;

/// <summary>How meetings are put into words.</summary>
public static class MeetingWording
{
    public static string Title(int? number, string title, Texts t) =>
        number switch
        {
            1 => t["Meeting 1: interest and skills"],
            2 => t["Meeting 2: draft statutes and working groups"],
            3 => t["Meeting 3: found the network and elect"],
            _ => title,
        };

    public static string Title(Meeting meeting, Texts t) => Title(meeting.Number, meeting.Title, t);

    /// <summary>"Thursday 3 December 2026, 18:00–20:00", by Swedish clocks.</summary>
    public static string When(Meeting meeting, Texts t)
    {
        var (from, until) = (SwedishTime.Of(meeting.StartsAt), SwedishTime.Of(meeting.EndsAt));
        var clock = $"\u2066{from:HH\\:mm}–{until:HH\\:mm}\u2069";
        return t["{0}, {1} Swedish time", from.ToString("dddd d MMMM yyyy", t.Language.Culture), clock];
    }

    /// <summary>Where it stands, in a word.</summary>
    public static string State(Meeting meeting, Texts t) =>
        meeting.CalledOffAt is not null ? t["called off"]
        : meeting.HeldAt is not null ? t["held"]
        : meeting.CalledAt is not null ? t["invitations sent"]
        : t["planned, nobody invited yet"];

    /// <summary>The agenda in the reader's language; without one, the template of the start-up.</summary>
    public static string Agenda(Meeting meeting, Texts t) =>
        meeting.Agendas.FirstOrDefault(a => a.Language == t.Language.Tag)?.Text ?? Template(meeting.Number, t);

    /// <summary>What the three meetings usually talk about, a point a line.</summary>
    public static string Template(int? number, Texts t) =>
        string.Join(
            '\n',
            number switch
            {
                1 =>
                [
                    t["Welcome, and why we are here (10 minutes)"],
                    t["Each of us in two minutes: markets we know, and what we look for (40 minutes)"],
                    t["Our skills map: what we know together, and what is missing (20 minutes)"],
                    t["Is there enough to begin? Show of hands (10 minutes)"],
                    t["Who drafts the statutes until next time? (10 minutes)"],
                    t["When do we meet next? (5 minutes)"],
                ],
                2 =>
                [
                    t["What we agreed last time (5 minutes)"],
                    t["The draft statutes, paragraph by paragraph (40 minutes)"],
                    t["Working groups: which, who, and their first step (30 minutes)"],
                    t["Who would stand for election as a coordinator? (10 minutes)"],
                    t["Where and when we found the network (5 minutes)"],
                ],
                3 =>
                [
                    t["Choose somebody to lead the meeting and somebody to write (5 minutes)"],
                    t["Adopt the statutes (20 minutes)"],
                    t["Elect coordinators, and decide how long their term is (30 minutes)"],
                    t["Those elected accept the responsibility for the members’ data (10 minutes)"],
                    t["The facilitator hands over and leaves (5 minutes)"],
                    t["The first activity of our own (20 minutes)"],
                ],
                _ => Array.Empty<string>(),
            }
        );
}
