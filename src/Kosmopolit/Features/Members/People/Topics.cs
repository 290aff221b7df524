namespace Kosmopolit.Features.Members.People;

/// <summary>The seed's four kinds of knowledge, doing business, and its usual parts. A row may name several.</summary>
[Flags]
public enum Topics
{
    None = 0,
    Culture = 1,
    Politics = 2,
    Language = 4,
    Religion = 8,
    Business = 16,
    Customs = 32,
    Procurement = 64,
    Etiquette = 128,
    Contracts = 256,
    Logistics = 512,
    Payment = 1024,
    Agents = 2048,
}
