using System.Text;
using Kosmopolit.Features.Members.SelfGovernment;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.StartUp.Statutes;

/// <summary>Writes statutes of a Swedish non-profit association (ideell förening) from their terms, in any language of the interface.</summary>
public static class CharterText
{
    public static CharterWords Words(CharterTerms terms) =>
        new(Write(terms, new Texts(ReaderLanguage.Swedish)), Write(terms, new Texts(ReaderLanguage.English)), IsByHand: false);

    public static string Write(CharterTerms terms, Texts t)
    {
        var text = new StringBuilder(t["Statutes of {0}", terms.Name]).Append("\n\n");
        var number = 0;
        foreach (var (heading, sentences) in Beginning(terms, t).Concat(Governing(terms, t)).Concat(Ending(terms, t)))
            text.Append("§ ").Append(++number).Append(' ').Append(heading).Append('\n').Append(string.Join('\n', sentences)).Append("\n\n");
        return text.ToString().Trim();
    }

    private static IEnumerable<(string, string[])> Beginning(CharterTerms terms, Texts t) =>
        [
            (
                t["Name and seat"],
                [t["The association is called {0}. It is a non-profit association.", terms.Name], t["Its seat is in {0}.", terms.Seat]]
            ),
            (t["Purpose"], [terms.Purpose, t["The association is independent of authorities, parties and religious bodies."]]),
            (
                t["Members"],
                [
                    t["Everyone who meets this criterion may become a member: {0}", terms.Criterion],
                    t["The coordinators decide about admission and give a reason for a no."],
                    t["A member may leave at any time, and has left as soon as they say so."],
                    t[
                        "A member who seriously harms the association can be excluded by two coordinators together, in writing and with a reason. The member may appeal to the next members’ meeting."
                    ],
                ]
            ),
            (t["Fee"], [t["The annual meeting decides whether there is a fee, and how high it is."]]),
        ];

    private static IEnumerable<(string, string[])> Governing(CharterTerms terms, Texts t) =>
        [
            (
                t["Coordinators"],
                [
                    t["The board consists of {0} to {1} coordinators.", terms.BoardLeast, terms.BoardMost],
                    t.Count(
                        "They are elected for {0} year and can be elected again.",
                        "They are elected for {0} years and can be elected again.",
                        terms.TermYears
                    ),
                    t["The board signs for the association, or two coordinators together whom it appoints."],
                    t["A coordinator who has a personal interest in a matter takes no part in deciding it."],
                ]
            ),
            (
                t["Annual meeting"],
                [
                    t[
                        "The annual meeting is held before the end of April. The coordinators invite to it at least three weeks before, by e-mail, with the agenda."
                    ],
                    t[
                        "It deals with the report of the year, the accounts, the auditor’s report, the discharge of the board, elections, the fee, and motions that came in at least ten days before."
                    ],
                    t["An extra meeting is held when the coordinators, the auditor or a tenth of the members ask for it."],
                ]
            ),
            (
                t["Votes"],
                [
                    terms.VotePer == VotePer.Firm
                        ? t["Each firm has one vote, however many of its people are members."]
                        : t["Each member has one vote."],
                    t[
                        "A meeting can decide when at least {0} per cent of the votes take part, in the room, online or in advance.",
                        terms.Quorum
                    ],
                    t["More than half of the votes cast decide. In a tie a proposal falls, and an election is decided by lot."],
                ]
            ),
            (
                t["Accounts and audit"],
                [
                    t["The financial year is the calendar year."],
                    t.Count(
                        "The annual meeting elects {0} auditor who is not a coordinator.",
                        "The annual meeting elects {0} auditors who are not coordinators.",
                        terms.Auditors
                    ),
                ]
            ),
        ];

    private static IEnumerable<(string, string[])> Ending(CharterTerms terms, Texts t) =>
        [
            (t["Members’ data"], [t["The association is the controller of its members’ data. No authority has access to them."]]),
            (
                t["Changing the statutes"],
                [t["These statutes are changed by two thirds of the votes at a meeting whose invitation named the change."]]
            ),
            (
                t["Dissolution"],
                [
                    t[
                        "The association is dissolved by three quarters of the votes. It ends thirty days later; until then each member says where they go."
                    ],
                    t["What it then owns goes to: {0}", terms.Successor],
                ]
            ),
        ];
}
