using System.Reflection;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Founding;
using Kosmopolit.Features.Members.StartUp.Groups;
using Kosmopolit.Features.Members.StartUp.Handover;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Features.Members.StartUp.Minutes;
using Kosmopolit.Features.Members.StartUp.Powers;
using Kosmopolit.Features.Members.StartUp.Statutes;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Networks.LifeCycle;
using Kosmopolit.Features.Networks.LifeCycle.Interests;
using Kosmopolit.Features.Setup.Offices;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.Architecture.Source;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>
/// Every method of every class that asks whether somebody may, and how a facilitator would try it. Whoever adds such a
/// method adds its line here: a test finds those that are missing.
/// </summary>
internal static partial class PrivilegedVerbs
{
    /// <summary>Tries a verb on a network with one of its meetings; null when it went through.</summary>
    public delegate Task<Refusal?> Attempt(IServiceProvider services, Network network, Guid meeting);

    public static readonly IReadOnlyDictionary<string, Attempt> Table = new Dictionary<string, Attempt>(VerbsOfMembers.Table)
    {
        ["StartNetwork.Run"] = (s, _, _) =>
            Outcome(
                Get<StartNetwork>(s)
                    .Run(
                        new NetworkInput
                        {
                            Name = "Another",
                            Municipalities = ["2480"],
                            Why = "More",
                        }
                    )
            ),
        ["ChangeStage.Run"] = (s, n, _) =>
            Get<ChangeStage>(s)
                .Run(n, new StageInput { Stage = n.Stage == Stage.StartUp ? Stage.Abandoned : Stage.Dormant, Why = "Because" }),
        ["AimForThreshold.Run"] = (s, n, _) => Get<AimForThreshold>(s).Run(n, new ThresholdInput { Threshold = 30 }),
        ["Invite.Run"] = (s, n, _) => Outcome(Get<Invite>(s).Run(n, new InviteInput { Email = "new@example.org" })),
        ["Invite.TakeBack"] = async (s, n, _) =>
        {
            await Get<Invite>(s).TakeBack(n, Guid.Empty);
            return Silent;
        },
        ["SendRequest.Run"] = (s, n, _) => Get<SendRequest>(s).Run(n, ""),
        ["DecideRequest.Run"] = (s, n, _) => Get<DecideRequest>(s).Run(n, Guid.Empty, Decision.Accepted, ""),
        ["PlanMeeting.Run"] = (s, n, _) => Outcome(Get<PlanMeeting>(s).Run(n, null, Later())),
        ["PlanMeeting.Change"] = (s, n, m) => Get<PlanMeeting>(s).Change(n, m, Later()),
        ["PlanMeeting.CallOff"] = (s, n, m) => Get<PlanMeeting>(s).CallOff(n, m),
        ["WriteAgenda.Run"] = (s, n, m) => Get<WriteAgenda>(s).Run(n, m, ReaderLanguage.English, new AgendaInput { Text = "Mine" }),
        ["SendInvitations.Run"] = (s, n, m) => Get<SendInvitations>(s).Run(n, m),
        ["RecordAttendance.Run"] = (s, n, m) => Get<RecordAttendance>(s).Run(n, m, new AttendanceInput { Others = 3 }),
        ["KeepMinutes.Run"] = (s, n, m) => Get<KeepMinutes>(s).Run(n, m, new MinutesInput { Text = "Mine" }),
        ["KeepMinutes.Decide"] = (s, n, m) =>
            Get<KeepMinutes>(s).Decide(n, m, new Kosmopolit.Features.Members.StartUp.Minutes.DecisionInput { Text = "Mine" }),
        ["KeepMinutes.GiveTask"] = (s, n, m) => Get<KeepMinutes>(s).GiveTask(n, m, new TaskInput { Text = "Mine" }),
        ["KeepMinutes.Hold"] = (s, n, m) => Get<KeepMinutes>(s).Hold(n, m),
        ["KeepMinutes.Finish"] = (s, n, _) => Get<KeepMinutes>(s).Finish(n, Guid.Empty),
        ["RunGroups.Found"] = (s, n, _) => Get<RunGroups>(s).Found(n, new GroupInput { Name = "Mine" }),
        ["RunGroups.Take"] = (s, n, _) => Get<RunGroups>(s).Take(n, Guid.Empty, true),
        ["WriteCharter.Run"] = (s, n, _) => Get<WriteCharter>(s).Run(n, StartUpTown.Charter),
        ["WriteCharter.ByHand"] = (s, n, _) => Get<WriteCharter>(s).ByHand(n, new CharterWordsInput { Swedish = "Mina", Seen = 1 }),
        ["WriteCharter.Adopt"] = (s, n, _) => Get<WriteCharter>(s).Adopt(n, 1, new AdoptionInput { For = 3 }),
        ["RecordElection.Run"] = (s, n, _) => Get<RecordElection>(s).Run(n, new ElectionInput { For = 3 }),
        ["RecordElection.Accept"] = (s, n, _) => Get<RecordElection>(s).Accept(n),
        ["RecordElection.Withdraw"] = (s, n, _) => Get<RecordElection>(s).Withdraw(n, Guid.Empty),
        ["HandOver.Run"] = (s, n, _) => Get<HandOver>(s).Run(n),
        ["AppointOfficer.Run"] = (s, _, _) =>
            Get<AppointOfficer>(s)
                .Run(
                    Get<Me>(s),
                    new()
                    {
                        Office = "manager",
                        Email = "mine@example.org",
                        Why = "Mine",
                    }
                ),
        ["AppointOfficer.End"] = (s, _, _) => Get<AppointOfficer>(s).End(Get<Me>(s), Guid.Empty),
        ["BreakGlass.Run"] = (s, n, _) => Get<BreakGlass>(s).Run(Get<Me>(s), n, new GlassInput { Reason = "Mine" }),
        ["BreakGlass.GiveBack"] = async (s, n, _) =>
        {
            await Get<BreakGlass>(s).GiveBack(Get<Me>(s), n);
            return Silent;
        },
    };

    /// <summary>Stands for a verb that refuses by doing nothing; that it did nothing is seen in the event log.</summary>
    internal static readonly Refusal Silent = new("nothing happened");

    /// <summary>What a facilitator can do while the start-up lasts: those that are refused before the handover too prove nothing alone.</summary>
    public static readonly IReadOnlySet<string> WorkBefore = new HashSet<string>
    {
        "StartNetwork.Run",
        "Invite.Run",
        "PlanMeeting.Run",
        "PlanMeeting.Change",
        "WriteAgenda.Run",
        "KeepMinutes.Run",
        "KeepMinutes.Decide",
        "KeepMinutes.GiveTask",
        "RunGroups.Found",
        "WriteCharter.Run",
        "WriteCharter.ByHand",
        "PlanMeeting.CallOff",
        "ChangeStage.Run",
    };

    /// <summary>The methods found in the product: public ones of classes whose source asks a <c>Can…</c> or names the facilitator.</summary>
    public static IEnumerable<string> Found(IEnumerable<SourceFile> product)
    {
        var questions = product.SelectMany(f => Questions().Matches(f.Code).Select(m => m.Groups[1].Value)).ToHashSet();
        var asks = new Regex(
            $@"\.({string.Join('|', questions)})\(|Role\.Facilitator\b",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(2)
        );
        var types = typeof(Site).Assembly.GetTypes();
        return from file in product
            where
                file.IsCSharp
                && file.Path.Contains("/Features/", StringComparison.Ordinal)
                && !file.Path.Contains("/Demo/", StringComparison.Ordinal)
            where asks.IsMatch(file.Code)
            from type in types
            where type.Name == Path.GetFileNameWithoutExtension(file.Path) && type is { IsAbstract: false, IsClass: true }
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where Writes(method) && KnowsWho(type, method)
            select $"{type.Name}.{method.Name}";
    }

    // Verbs answer with a refusal, or with what they made, or with nothing at all; whoever only reads answers with something else.
    private static bool Writes(MethodInfo method)
    {
        var answer = method.ReturnType;
        return answer == typeof(Task)
            || answer == typeof(Task<Refusal?>)
            || (
                answer.IsGenericType
                && answer.GetGenericArguments() is [{ IsGenericType: true } inner]
                && inner.GetGenericTypeDefinition() == typeof(Outcome<>)
            );
    }

    // Mails and lists name the role without deciding for anybody.
    private static bool KnowsWho(Type type, MethodInfo method) =>
        type.GetConstructors().SelectMany(c => c.GetParameters()).Concat(method.GetParameters()).Any(p => p.ParameterType == typeof(Me));

    private static MeetingInput Later() =>
        new()
        {
            Title = "Mine",
            Day = "2031-05-05",
            Time = "18:00",
            Place = "Here",
        };

    internal static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    internal static async Task<Refusal?> Outcome<T>(Task<Outcome<T>> made)
        where T : class => (await made).Refusal;

    [GeneratedRegex(@"static \S+(?:<\S+>)? (Can\p{L}+)\(this Me me(?:\)|, Network )", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Questions();
}
