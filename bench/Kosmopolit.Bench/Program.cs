using System.CommandLine;
using Kosmopolit.Bench.Loading;
using Kosmopolit.Bench.Pages;
using Kosmopolit.Bench.Search;
using Kosmopolit.Bench.Writes;

var root = new RootCommand("Measures Kosmopolit against the least that could do the same work, in the same run.")
{
    PagesBench.Command(),
    SearchBench.Command(),
    WritesBench.Command(),
    LoadGenerator.Command(),
};
return await root.Parse(args).InvokeAsync();
