using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Kosmopolit.Tests.World;
using ArchArchitecture = ArchUnitNET.Domain.Architecture;

namespace Kosmopolit.Tests.Architecture
{
    /// <summary>Which room leans on which, read from the compiled house: lambdas, state machines and <c>.razor</c> files included.</summary>
    public sealed class RoomTests
    {
        // Reading takes long, so the house is read once, with the room nobody planned.
        private static readonly ArchArchitecture WithCellar = new ArchLoader()
            .LoadAssemblies(typeof(Site).Assembly)
            .LoadNamespacesWithinAssembly(typeof(global::Kosmopolit.Features.Cellar.Wine).Assembly, "Kosmopolit.Features.Cellar")
            .Build();

        private static readonly List<IType> House = [.. WithCellar.Types.Where(t => Rooms.Of(t.Namespace?.FullName ?? "") != "Cellar")];

        [Fact]
        public void Every_room_is_on_the_plan() => Found.Nothing(Strangers(House, Rooms.Designed));

        [Fact]
        public void Rooms_lean_only_on_rooms_below_them() => Found.Nothing(WrongDoors(House, Rooms.Designed));

        [Fact]
        public void The_walk_sees_the_whole_house() =>
            Assert.Superset(new HashSet<string> { "Platform", "Networks", "Members" }, Walk(House).Select(d => d.From).ToHashSet());

        [Fact]
        public void A_bricked_up_door_is_noticed()
        {
            var found = WrongDoors(House, Rooms.Designed.Without("Members", "Networks"));
            Assert.Contains(found, d => d.Contains("MemberMapping", StringComparison.Ordinal));
        }

        [Fact]
        public void A_room_that_is_not_on_the_plan_is_noticed_even_behind_an_awaited_lambda()
        {
            List<IType> cellar = [.. WithCellar.Types];
            Assert.Contains("Cellar", Strangers(cellar, Rooms.Designed));
            Assert.Contains(WrongDoors(cellar, Rooms.Designed), d => d.StartsWith("Cellar → Members", StringComparison.Ordinal));
        }

        private static List<string> Strangers(IReadOnlyList<IType> house, Rooms rooms) =>
            house
                .Select(t => Rooms.Of(t.Namespace?.FullName ?? ""))
                .OfType<string>()
                .Where(r => !rooms.Knows(r))
                .Distinct()
                .Order()
                .ToList();

        private static List<string> WrongDoors(IReadOnlyList<IType> house, Rooms rooms) =>
            Walk(house)
                .Where(d => !rooms.Allows(d.From, d.To))
                .Select(d => $"{d.From} → {d.To}: {d.Where} uses {d.What}")
                .Distinct()
                .Order()
                .ToList();

        private static IEnumerable<(string From, string To, string Where, string What)> Walk(IReadOnlyList<IType> house) =>
            from type in house
            let room = Rooms.Of(type.Namespace?.FullName ?? "")
            where room is not null
            from edge in type.Dependencies
            let other = Rooms.Of(edge.Target.Namespace?.FullName ?? "")
            where other is not null
            select (room, other, type.FullName, edge.Target.FullName);
    }
}

namespace Kosmopolit.Features.Cellar
{
    /// <summary>A room nobody planned, which leans on another from inside an awaited lambda.</summary>
    internal static class Wine
    {
        public static Task<string> Fetch() =>
            Task.Run(async () =>
            {
                await Task.Yield();
                return nameof(Members.People.Member) + new Members.People.MemberChanged(Guid.Empty).MemberId;
            });
    }
}
