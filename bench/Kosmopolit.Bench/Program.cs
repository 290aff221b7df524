using System.CommandLine;
using Kosmopolit.Bench.Bank;
using Kosmopolit.Bench.Loading;
using Kosmopolit.Bench.Pages;
using Kosmopolit.Bench.Retrieval;
using Kosmopolit.Bench.Routing;
using Kosmopolit.Bench.Scheduling;
using Kosmopolit.Bench.Search;
using Kosmopolit.Bench.Writes;

var root = new RootCommand("Measures Kosmopolit against the least that could do the same work, in the same run.")
{
    PagesBench.Command(),
    RetrievalBench.Command(),
    SearchBench.Command(),
    RoutingBench.Command(),
    WritesBench.Command(),
    BankBench.Command(),
    SchedulingBench.Command(),
    LoadGenerator.Command(),
};
return await root.Parse(args).InvokeAsync();
